import { protocol } from 'electron';
import type { Session } from 'electron';
import { SECURITY_HEADERS, policyFor } from '../console/server/headers.js';
import { readStaticFile } from '../console/server/static-files.js';

const SCHEME = 'paralelo';
const HOST = 'app';

/** Where the window's page lives: an origin of its own instead of `file:`, which may read the disk. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`;

/** Must run before the app is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the built page, and nothing but it, to windows of this session. */
export function serveAppProtocol(session: Session, rendererDir: string): void {
  session.protocol.handle(SCHEME, async (request) => {
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
}
