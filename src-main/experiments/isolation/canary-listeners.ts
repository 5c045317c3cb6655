import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** What listens on the host's loopback, and for the engine's socket. */
export interface CanaryListeners {
  tcpPort: number;
  udpPort: number;
  /** Nobody listens there. */
  freePort: number;
  socketPath: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

export async function startCanaryListeners(socketPath: string): Promise<CanaryListeners> {
  const tcp = await listening(createServer(hangUp), { host: LOOPBACK, port: 0 });
  const unix = await listening(createServer(hangUp), { path: socketPath });
  const udp = createSocket('udp4');
  udp.on('message', (query, { port, address }) => udp.send(query, port, address));
  udp.bind(0, LOOPBACK);
  await once(udp, 'listening');
  const free = await listening(createServer(), { host: LOOPBACK, port: 0 });
  const freePort = portOf(free);
  await closed(free);
  return {
    tcpPort: portOf(tcp),
    udpPort: udp.address().port,
    freePort,
    socketPath,
    close: async () => {
      udp.close();
      await Promise.all([closed(tcp), closed(unix)]);
    },
  };
}

function hangUp(socket: Socket): void {
  // A guest may be gone before.
  socket.on('error', () => undefined);
  socket.end();
}

async function listening(
  server: Server,
  where: { host: string; port: number } | { path: string },
): Promise<Server> {
  server.listen(where);
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  await new Promise((done) => server.close(done));
}
