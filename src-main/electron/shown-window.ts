import { BrowserWindow } from 'electron';
import type { WebContents } from 'electron';
import { WINDOW_ACTION_EVENT } from '../contract/index.js';
import type { WindowActionId } from '../contract/index.js';
import { openWindow } from './windows.js';

/** The one that has the focus, else the first one, in front of all others; a new one where there is none. */
export function showWindow(): WebContents {
  const window =
    BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? openWindow();
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  return window.webContents;
}

/** Only the fragment changes: the page stays, and shows another room. */
export function showRoom(room: string): Promise<void> {
  return inPage(showWindow(), `location.hash = ${JSON.stringify(room)};`);
}

/** As if somebody had chosen it in the window's palette. */
export function actInWindow(id: WindowActionId): Promise<void> {
  const event = `new CustomEvent(${JSON.stringify(WINDOW_ACTION_EVENT)}, { detail: ${JSON.stringify(id)} })`;
  return inPage(showWindow(), `window.dispatchEvent(${event});`);
}

/** With the rights of a click: only then may a page ask for a file. Never rejects. */
async function inPage(webContents: WebContents, statement: string): Promise<void> {
  try {
    if (webContents.isLoading()) {
      await new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()));
    }
    await webContents.executeJavaScript(`${statement} undefined`, true);
  } catch (error) {
    console.error(`The window could not be told: ${String(error)}`);
  }
}
