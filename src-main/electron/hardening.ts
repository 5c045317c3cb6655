import type { App, Session, WebContents } from 'electron';
import { isDev, isOurPage } from './page.js';

const DEV_CSP =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws:";

/** No page of this session gets a device, anything from a network, or a permission but one. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayHave(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, _origin, { requestingUrl }) =>
    mayHave(permission, requestingUrl),
  );
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!mayKeep(item.getURL())) event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
  if (isDev) {
    session.webRequest.onHeadersReceived(({ responseHeaders }, answer) =>
      answer({ responseHeaders: { ...responseHeaders, 'Content-Security-Policy': [DEV_CSP] } }),
    );
  }
}

/** Putting text on the clipboard, for the Copy buttons; Chromium demands a click besides. */
function mayHave(permission: string, requestingUrl: string | undefined): boolean {
  return permission === 'clipboard-sanitized-write' && isOurPage(requestingUrl);
}

/** What our page itself made, as a report: the user is asked where to. */
function mayKeep(url: string): boolean {
  return url.startsWith('blob:') && isOurPage(url.slice('blob:'.length));
}

function mayLoad(url: string): boolean {
  if (isOurPage(url) || mayKeep(url) || url.startsWith('data:image/')) return true;
  return isDev && /^(devtools|ws:\/\/localhost[:/])/.test(url);
}

/**
 * A guest that reads outside of its memory must be trapped, not end the page around it: where guard pages were to catch
 * it, Electron 25 on Linux lets the signal kill the process. Before the app is ready.
 */
export function checkWasmBoundsByCode(app: App): void {
  app.commandLine.appendSwitch('disable-features', 'WebAssemblyTrapHandler');
}

/** For every page that this process will ever make, our windows' included. */
export function hardenContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    denyNavigation(contents);
  });
}

/** Reloading our own page is no navigation; everything else is refused, in frames too. */
function denyNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (!isOurPage(url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurPage(event.url)) event.preventDefault();
  });
}
