import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LabError } from '../../contract/index.js';
import type { Dispatcher } from '../../contract/index.js';
import { Gate } from './gate.js';
import { answer } from './http.js';
import type { Site } from './http.js';
import { serveSocket } from './socket.js';

export interface ServeOptions {
  dispatcher: Dispatcher;
  /** The built page, `out/renderer`. */
  rendererDir: string;
  /** 0, the default, lets the system choose. */
  port?: number;
}

export interface ServedConsole {
  /** Opens the page once; then its token is void. */
  readonly url: string;
  readonly token: string;
  readonly port: number;
  /** One more link with a token of its own, for another browser or after the first was lost. */
  newUrl(): string;
  /** Cuts every client off and frees the port. The lab stays. */
  close(): Promise<void>;
}

/** The same page as in the desktop window, for a browser of this machine only. */
export async function serve(options: ServeOptions): Promise<ServedConsole> {
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const site: Site = { gate: new Gate(), rendererDir: options.rendererDir, port };
  server.on('request', (request, response) => {
    answer(site, request, response).catch(() => response.destroy());
  });
  const cutOff = serveSocket(server, site, options.dispatcher);
  const token = site.gate.mint();
  const urlWith = (secret: string): string => `http://127.0.0.1:${String(port)}/?token=${secret}`;
  return {
    url: urlWith(token),
    token,
    port,
    newUrl: () => urlWith(site.gate.mint()),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await cutOff();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Resolves with the port. Loopback only: nobody on the network reaches it. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(portNotFree(port, cause));
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function portNotFree(port: number, cause: NodeJS.ErrnoException): LabError {
  return new LabError(
    'port-not-free',
    `Port ${port} of 127.0.0.1 cannot be used (${cause.code ?? cause.message}).`,
    'Choose another with --port, or leave it out and let the system choose.',
    { cause },
  );
}
