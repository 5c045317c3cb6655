import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LabError } from '../../contract/index.js';
import type { Snapshot } from '../../openmetrics/index.js';
import { answer } from './answer.js';

export interface ScrapeServer {
  /** `http://127.0.0.1:9464/metrics`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Loopback only: nobody on the network reaches it. Throws LabError `port-not-free`. 0 lets the system choose. */
export async function serveScrapes(
  port: number,
  read: () => Promise<Snapshot>,
): Promise<ScrapeServer> {
  const server = createServer();
  const bound = await listen(server, port);
  server.on('request', (request, response) => {
    answer(request, response, bound, read).catch(() => response.destroy());
  });
  return {
    url: `http://127.0.0.1:${String(bound)}/metrics`,
    port: bound,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new LabError(
          'port-not-free',
          `Port ${port} of 127.0.0.1 cannot be used (${cause.code ?? cause.message}).`,
          'Another program has it, maybe another Paralelo: choose another port.',
          { cause },
        ),
      );
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
