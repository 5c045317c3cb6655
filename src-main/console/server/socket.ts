import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Dispatcher } from '../../contract/index.js';
import { cookieName } from './http.js';
import type { Site } from './http.js';
import { cookieOf, hostIsOurs, originIsOurs } from './origin.js';
import { SocketClient } from './socket-client.js';

/** A bundle that is imported is the largest thing in a request. */
const MAX_MESSAGE_BYTES = 24 * 1024 * 1024;
const MAX_CLIENTS = 64;
/** The page offers these two: the contract's name, and its key behind this prefix. */
const SUBPROTOCOL = 'paralelo';
const KEY_PREFIX = 'key.';

/** Serves the contract on `/contract`. Returns what cuts every client off, and waits until they are gone. */
export function serveSocket(
  server: Server,
  site: Site,
  dispatcher: Dispatcher,
): () => Promise<unknown> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  });
  const clients = new Set<SocketClient>();
  let lastClient = 0;

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    if (!mayConnect(request, site) || clients.size >= MAX_CLIENTS) {
      refuse(stream);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const client = new SocketClient(socket, dispatcher, `browser-${String((lastClient += 1))}`);
      clients.add(client);
      socket.on('close', () => clients.delete(client));
    });
  });

  const stopPushes = dispatcher.onPush((name, payload) => {
    if (clients.size === 0) return;
    const text = JSON.stringify({ push: name, payload });
    for (const client of clients) client.push(name, text);
  });

  return () => {
    stopPushes();
    return Promise.all(Array.from(sockets.clients, cutOff));
  };
}

function mayConnect(request: IncomingMessage, site: Site): boolean {
  return (
    request.url === '/contract' &&
    hostIsOurs(request, site.port) &&
    originIsOurs(request) &&
    site.gate.knowsPage(cookieOf(request, cookieName(site)), pageKeyOf(request))
  );
}

function pageKeyOf(request: IncomingMessage): string | undefined {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',');
  const key = offered.map((each) => each.trim()).find((each) => each.startsWith(KEY_PREFIX));
  return key?.slice(KEY_PREFIX.length);
}

function cutOff(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.terminate();
  });
}

function refuse(stream: Duplex): void {
  stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
