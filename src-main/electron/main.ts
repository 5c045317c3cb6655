import { BrowserWindow, app, dialog, session } from 'electron';
import type { WebContents } from 'electron';
import type { Lab } from '../lab/lab.js';
import { declareAppProtocol, serveAppProtocol } from './app-protocol.js';
import { drawWithoutCard } from './graphics.js';
import { checkWasmBoundsByCode, hardenContents, hardenSession } from './hardening.js';
import { bridgeContract } from './ipc.js';
import { desktopLanguage } from './language.js';
import { installMenu } from './menu/menu.js';
import { moduleIn, onLaunchAgain, roomFor } from './open-file.js';
import { RENDERER_DIR } from './paths.js';
import { closeLabOnQuit } from './quit.js';
import { showWindow } from './shown-window.js';
import { useKeptTheme } from './theme.js';
import { openWindow } from './windows.js';

app.setName('Paralelo');
if (app.requestSingleInstanceLock()) start();
else app.quit(); // The process that has the lock shows its window instead.

function start(): void {
  declareAppProtocol();
  checkWasmBoundsByCode(app);
  drawWithoutCard(app);
  hardenContents(app);
  onLaunchAgain(app, { open: openWindow, show: showWindow });
  const lab = app.whenReady().then(openFirst).then(startLab).catch(giveUp);
  bridgeContract(lab.then(({ dispatcher }) => dispatcher));
  closeLabOnQuit(app, lab);
}

/** Resolves when the page has what it needs to begin. */
function openFirst(): Promise<void> {
  hardenSession(session.defaultSession);
  const given = serveAppProtocol(session.defaultSession, RENDERER_DIR);
  useKeptTheme();
  installMenu(desktopLanguage());
  const window = openWindow(roomFor(moduleIn(process.argv, process.cwd())));
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  return Promise.race([given, endOfLoading(window.webContents)]);
}

/** However it ends: a page that does not load has no scripts to be given. */
function endOfLoading(contents: WebContents): Promise<void> {
  return new Promise((resolve) => {
    contents.once('did-stop-loading', () => resolve());
    contents.once('destroyed', () => resolve());
  });
}

/** Read while the page runs its own scripts: before them, they would wait for it. What it asks meanwhile waits (ipc.ts). */
async function startLab(): Promise<Lab> {
  const { labOnDesktop } = await import('./lab-on-desktop.js');
  return labOnDesktop();
}

/** Without a lab a window could only show errors. Never resolves: the process ends. */
function giveUp(error: unknown): Promise<never> {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`Paralelo cannot start: ${message}`);
  void app.whenReady().then(() => {
    dialog.showErrorBox('Paralelo cannot start', message);
    app.exit(1);
  });
  return new Promise(() => undefined);
}
