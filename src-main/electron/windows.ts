import { BrowserWindow, nativeTheme } from 'electron';
import { CHANNELS } from '../contract/channels.js';
import { PAGE_URL } from './page.js';
import { ICON_PATH, PRELOAD_PATH } from './paths.js';
import { LEAST } from './window-state/placement.js';
import { keepPlacement, nextPlacement } from './window-state/window-state.js';

/** The page's own background, so that a window does not flash before its first paint. */
const BACKGROUND = { light: '#f6f7f9', dark: '#0e1116' };

/** `room` is what stands behind the address of the page: `#instances`. */
export function openWindow(room = ''): BrowserWindow {
  const { isMaximized, ...place } = nextPlacement();
  const isDark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow({
    title: 'Paralelo',
    // macOS and Windows take it from the program itself.
    ...(process.platform === 'linux' && { icon: ICON_PATH }),
    ...place,
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    backgroundColor: isDark ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: PRELOAD_PATH,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  const show = (): void => (isMaximized ? window.maximize() : window.show());
  // Until the page's first picture X11 shows a light window, whatever its background is: in the dark that is a flash.
  if (isDark) window.once('ready-to-show', show);
  else show();
  keepPlacement(window);
  window.on('page-title-updated', (event) => event.preventDefault());
  reviveOnce(window);
  void window.loadURL(`${PAGE_URL}${room}`).catch((error: unknown) => {
    console.error(`The window's page did not load: ${String(error)}`);
  });
  return window;
}

/** To every window: each shows every run. */
export function pushToWindows(name: string, payload: unknown): void {
  // At a quit the contents go before their window does.
  const contents = BrowserWindow.getAllWindows()
    .filter((window) => !window.isDestroyed())
    .map(({ webContents }) => webContents)
    .filter((one) => !one.isDestroyed());
  if (contents.length === 0) return;
  const json = JSON.stringify(payload);
  for (const one of contents) one.send(CHANNELS.push, name, json);
}

/** A page that crashed starts again and catches up with the runs, which went on; twice is a bug. */
function reviveOnce(window: BrowserWindow): void {
  window.webContents.once('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
}
