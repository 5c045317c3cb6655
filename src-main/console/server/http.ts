import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Gate } from './gate.js';
import { SECURITY_HEADERS, policyFor } from './headers.js';
import { cookieOf, hostIsOurs } from './origin.js';
import { LINK_NEEDED, LINK_USED, REFUSAL_CSP } from './pages.js';
import { readStaticFile } from './static-files.js';

export interface Site {
  gate: Gate;
  rendererDir: string;
  port: number;
}

/** Cookies do not know ports: the name keeps two consoles of one machine apart. */
export function cookieName(site: Site): string {
  return `paralelo-${String(site.port)}`;
}

/** Only GET and HEAD, only the page's own files, only with a session. */
export async function answer(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (!hostIsOurs(request, site.port)) {
    refuse(response, 403, 'Not an address of Paralelo.');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, 'Only GET.');
    return;
  }
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const asked = new URLSearchParams(query);
  const token = asked.get('token');
  if (path === '/' && token !== null) {
    exchange(site, request, response, token, pageNamed(asked.get('page')));
    return;
  }
  if (!isInside(site, request)) {
    refuse(response, 403, LINK_NEEDED, true);
    return;
  }
  await sendFile(site, request, response, path);
}

function isInside(site: Site, request: IncomingMessage): boolean {
  return site.gate.knowsCookie(cookieOf(request, cookieName(site)));
}

/** The Lab, or the page that only hosts guests. */
function pageNamed(name: string | null): string {
  return name === 'guests' ? '/guests.html' : '/';
}

/** Answers with a redirect, so that the token leaves the address bar and the history. */
function exchange(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  page: string,
): void {
  const session = site.gate.exchange(token);
  if (session === undefined && !isInside(site, request)) {
    refuse(response, 403, LINK_USED, true);
    return;
  }
  if (session !== undefined) {
    response.setHeader(
      'Set-Cookie',
      `${cookieName(site)}=${session.cookie}; Path=/; HttpOnly; SameSite=Strict`,
    );
  }
  const location = session === undefined ? page : `${page}#key=${session.pageKey}`;
  response.writeHead(303, { Location: location }).end();
}

async function sendFile(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const file = await readStaticFile(site.rendererDir, path);
  if (file === undefined) {
    refuse(response, 404, 'Not found.');
    return;
  }
  response.setHeader('Content-Type', file.contentType);
  response.setHeader('Content-Length', file.body.byteLength);
  // The host was checked above, so what it says may stand in a header.
  const own = `ws://${request.headers.host ?? ''}`;
  response.setHeader('Content-Security-Policy', policyFor(path, [own]));
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

function refuse(response: ServerResponse, status: number, text: string, isPage = false): void {
  response.setHeader('Content-Type', `text/${isPage ? 'html' : 'plain'}; charset=utf-8`);
  response.setHeader('Content-Security-Policy', REFUSAL_CSP);
  response.writeHead(status).end(text);
}
