import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONTENT_TYPES, metricsText } from '../../openmetrics/index.js';
import type { Snapshot, TextFormat } from '../../openmetrics/index.js';

/** GET /metrics under an address of this machine, and nothing else. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  read: () => Promise<Snapshot>,
): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (!hostIsOurs(request, port)) {
    refuse(response, 403, 'Not an address of Paralelo.');
    return;
  }
  if ((request.url ?? '').split('?', 1)[0] !== '/metrics') {
    refuse(response, 404, 'There is only /metrics.');
    return;
  }
  if (request.method !== 'GET') {
    response.setHeader('Allow', 'GET');
    refuse(response, 405, 'Only GET.');
    return;
  }
  const format = formatFor(request.headers.accept);
  const text = metricsText(await read(), format);
  response.writeHead(200, { 'Content-Type': CONTENT_TYPES[format] }).end(text);
}

/** OpenMetrics for whoever says that it is understood; else what every scraper reads. */
export function formatFor(accept: string | undefined): TextFormat {
  const ranges = (accept ?? '').split(',').map((range) => range.trim().toLowerCase());
  const open = ranges.find((range) => /^application\/openmetrics-text\s*(;|$)/.test(range));
  const isRefused = open !== undefined && /;\s*q=0(\.0*)?\s*(;|$)/.test(open);
  return open === undefined || isRefused ? 'prometheus' : 'openmetrics';
}

/** Any other Host means that a foreign name was made to point here (DNS rebinding). */
function hostIsOurs({ headers: { host } }: IncomingMessage, port: number): boolean {
  return host === `127.0.0.1:${String(port)}` || host === `localhost:${String(port)}`;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
