import { app } from 'electron';
import { APP_ORIGIN } from './app-protocol.js';

/** Vite's server in `npm run dev`; an installed app never listens to the environment. */
const devUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

export const isDev = devUrl !== undefined;
export const PAGE_URL = devUrl ?? `${APP_ORIGIN}/index.html`;

/** True for a URL of our own page, whatever stands behind `#`. */
export function isOurPage(url: string | undefined): boolean {
  if (url === undefined) return false;
  try {
    const { protocol, host } = new URL(url);
    const own = new URL(PAGE_URL);
    return protocol === own.protocol && host === own.host;
  } catch {
    return false;
  }
}
