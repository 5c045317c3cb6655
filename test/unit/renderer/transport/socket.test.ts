import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket as Socket, WebSocketServer as SocketServer } from 'ws';
import { overSocket } from '../../../../src-renderer/transport/socket.js';
import type { Connection, ConnectionState } from '../../../../src-renderer/transport/connection.js';

// Through Node, because here `ws` resolves to its entry for browsers, which is a stub.
const { WebSocket, WebSocketServer } = createRequire(import.meta.url)('ws') as typeof import('ws');

/** A browser's does not throw when nobody listens for errors. */
class BrowserSocket extends WebSocket {
  constructor(...args: ConstructorParameters<typeof Socket>) {
    super(...args);
    this.on('error', () => undefined);
  }
}
vi.stubGlobal('WebSocket', BrowserSocket);

interface Request {
  id?: number;
  name: string;
}

/** The other end: answers each request with its name, but keeps `never` waiting. */
async function listen(port = 0): Promise<SocketServer> {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port,
    handleProtocols: () => 'paralelo',
  });
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const { id, name } = JSON.parse(data.toString()) as Request;
      if (id !== undefined && name !== 'never') socket.send(JSON.stringify({ id, result: name }));
    });
  });
  await once(server, 'listening');
  return server;
}

function portOf(server: SocketServer): number {
  return (server.address() as AddressInfo).port;
}

function cutOff(server: SocketServer): void {
  for (const socket of server.clients) socket.terminate();
}

/** Resolves when the connection is, or becomes, what is asked. */
function reached(connection: Connection, wanted: ConnectionState): Promise<void> {
  return new Promise((resolve) => {
    connection.onState((state) => {
      if (state === wanted) resolve();
    });
  });
}

let server: SocketServer;

beforeEach(async () => {
  server = await listen();
});

afterEach(() => {
  cutOff(server);
  server.close();
});

const connect = (pageKey?: string): Connection =>
  overSocket(`ws://127.0.0.1:${String(portOf(server))}/contract`, pageKey);

describe('the contract over a WebSocket', () => {
  it('lets requests wait until it is connected, and answers each', async () => {
    const { transport } = connect();
    const answers = await Promise.all([transport.invoke('one', {}), transport.invoke('two', {})]);
    expect(answers).toEqual([
      { id: 1, result: 'one' },
      { id: 2, result: 'two' },
    ]);
  });

  it('offers the page key in a subprotocol', async () => {
    const connected = once(server, 'connection');
    connect('the-key');
    const [, request] = (await connected) as [Socket, { headers: Record<string, string> }];
    expect(request.headers['sec-websocket-protocol']).toBe('paralelo,key.the-key');
  });

  it('rejects what is in flight when the connection is lost, and what is asked while it is', async () => {
    const connection = connect();
    await reached(connection, 'connected');
    const inFlight = connection.transport.invoke('never', {});
    const lost = reached(connection, 'lost');
    cutOff(server);
    await expect(inFlight).rejects.toMatchObject({
      code: 'connection-lost',
      hint: expect.stringContaining('paralelo serve') as string,
    });
    await lost;
    await expect(connection.transport.invoke('one', {})).rejects.toMatchObject({
      code: 'connection-lost',
    });
  });

  it('connects again by itself, says so, and works as before', async () => {
    const connection = connect();
    await reached(connection, 'connected');
    const states: ConnectionState[] = [];
    connection.onState((state) => states.push(state));
    const lost = reached(connection, 'lost');
    cutOff(server);
    await lost;
    await reached(connection, 'connected');
    expect(states).toEqual(['connected', 'lost', 'connected']);
    expect(await connection.transport.invoke('one', {})).toMatchObject({ result: 'one' });
  });

  it('finds a lab that was away for several tries', async () => {
    const port = portOf(server);
    cutOff(server);
    await new Promise((resolve) => server.close(resolve));
    const connection = overSocket(`ws://127.0.0.1:${String(port)}/contract`);
    await reached(connection, 'lost');
    server = await listen(port);
    await reached(connection, 'connected');
    expect(await connection.transport.invoke('one', {})).toMatchObject({ result: 'one' });
  });

  it('hands pushes to every listener until it stops listening', async () => {
    const connection = connect();
    await reached(connection, 'connected');
    const push = (payload: number): void => {
      for (const socket of server.clients) {
        socket.send(JSON.stringify({ push: 'host.sample', payload }));
      }
    };
    const first: unknown[] = [];
    const stop = connection.transport.onPush((_name, payload) => first.push(payload));
    const got = (wanted: number): Promise<void> =>
      new Promise((resolve) => {
        connection.transport.onPush((name, payload) => {
          if (name === 'host.sample' && payload === wanted) resolve();
        });
      });
    const one = got(1);
    push(1);
    await one;
    stop();
    const two = got(2);
    push(2);
    await two;
    expect(first).toEqual([1]);
  });
});
