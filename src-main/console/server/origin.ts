import type { IncomingMessage } from 'node:http';

/**
 * The names under which this port may be addressed. Any other Host means that a foreign name was
 * made to point here (DNS rebinding).
 */
export function hostIsOurs(request: IncomingMessage, port: number): boolean {
  const host = request.headers.host;
  return host === `127.0.0.1:${String(port)}` || host === `localhost:${String(port)}`;
}

/** True when a page of this very address asks. A browser always sends Origin with a WebSocket. */
export function originIsOurs(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  return host !== undefined && origin === `http://${host}`;
}

/** The value of one cookie, or undefined. */
export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}
