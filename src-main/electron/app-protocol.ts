import { protocol } from 'electron';
import type { Session } from 'electron';
import { SECURITY_HEADERS, policyFor } from '../console/server/headers.js';
import { readStaticFile } from '../console/server/static-files.js';

const SCHEME = 'paralelo';
const HOST = 'app';
/** Of the page's parts, which are asked for together. */
const SCRIPT = /\/assets\/[^/]+\.js$/;

/** Where the window's page lives: an origin of its own instead of `file:`, which may read the disk. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`;

/** Must run before the app is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/**
 * Serves the built page, and nothing but it, to windows of this session. Resolves when a page has the scripts that it
 * asks for first.
 */
export function serveAppProtocol(session: Session, rendererDir: string): Promise<void> {
  let underWay = 0;
  session.protocol.handle(SCHEME, async (request) => {
    underWay += 1;
    const url = new URL(request.url);
    const isOurs = url.host === HOST && request.method === 'GET';
    const file = isOurs ? await readStaticFile(rendererDir, url.pathname) : undefined;
    const headers = {
      ...SECURITY_HEADERS,
      'Content-Security-Policy': policyFor(url.pathname, []),
    };
    if (file === undefined) return new Response('Not found.', { status: 404, headers });
    return new Response(new Uint8Array(file.body), {
      headers: { ...headers, 'Content-Type': file.contentType },
    });
  });
  return new Promise((resolve) => {
    session.webRequest.onCompleted({ urls: [`${APP_ORIGIN}/*`] }, ({ url }) => {
      underWay -= 1;
      if (underWay > 0 || !SCRIPT.test(url)) return;
      session.webRequest.onCompleted(null);
      resolve();
    });
  });
}
