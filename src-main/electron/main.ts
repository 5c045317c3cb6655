import { BrowserWindow, app, dialog, session } from 'electron';
import type { Dispatcher } from '../contract/index.js';
import { createLab } from '../lab/lab.js';
import { declareAppProtocol, serveAppProtocol } from './app-protocol.js';
import { checkWasmBoundsByCode, hardenContents, hardenSession } from './hardening.js';
import { bridgeContract } from './ipc.js';
import { labOptions } from './lab-options.js';
import { desktopLanguage, followLanguage } from './language.js';
import { installMenu } from './menu/menu.js';
import { notifyOfAlerts } from './notifications.js';
import { moduleIn, onLaunchAgain, roomFor } from './open-file.js';
import { RENDERER_DIR } from './paths.js';
import { closeLabOnQuit } from './quit.js';
import { followTheme } from './theme.js';
import { showWindow } from './shown-window.js';
import { LabTray } from './tray/tray.js';
import { openWindow } from './windows.js';

app.setName('Paralelo');
if (app.requestSingleInstanceLock()) start();
else app.quit(); // The process that has the lock shows its window instead.

function start(): void {
  declareAppProtocol();
  checkWasmBoundsByCode(app);
  hardenContents(app);
  onLaunchAgain(app, { open: openWindow, show: showWindow });
  const lab = createLab(labOptions()).catch(giveUp);
  bridgeContract(lab.then(({ dispatcher }) => dispatcher));
  closeLabOnQuit(app, lab);
  void app.whenReady().then(async () => notifyOfAlerts((await lab).dispatcher));
  void app.whenReady().then(async () => speakAndShow((await lab).dispatcher));
  void app.whenReady().then(async () => followTheme((await lab).dispatcher));
  void app.whenReady().then(() => {
    hardenSession(session.defaultSession);
    serveAppProtocol(session.defaultSession, RENDERER_DIR);
    installMenu(desktopLanguage());
    openWindow(roomFor(moduleIn(process.argv, process.cwd())));
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) openWindow();
    });
  });
}

async function speakAndShow(dispatcher: Dispatcher): Promise<void> {
  const tray = await LabTray.follow(dispatcher);
  await followLanguage(dispatcher, (language) => {
    installMenu(language);
    tray.speak(language);
  });
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
