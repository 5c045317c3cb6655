import { startElectron } from '../electron-app.mjs';

const PROGRAM = '/opt/paralelo/paralelo';

/**
 * Starts the installed app. Playwright's way into Electron is Node's debugger, which a fuse forbids: its page is spoken
 * to by Chromium's protocol.
 * @param {(command: string[], env: Record<string, string>) => string[]} as whose it shall be
 * @param {string} display
 * @param {string[]} [args]
 */
export function startInstalled(as, display, args = []) {
  const command = as([PROGRAM, '--remote-debugging-port=0', ...args], { DISPLAY: display });
  return startElectron(command, process.env);
}
