import { show } from '../processes.mjs';
import { say, Stop } from '../say.mjs';
import { prepareMachine } from '../test-machine.mjs';
import { tool } from '../tools.mjs';

const INSTALLED = '/usr/bin/paralelo';

/**
 * The end-to-end suite of the browser's window, with the lab of the installed app behind it. That of Electron's
 * own window needs Node's debugger, which a fuse of the installed app forbids (`checkWindow` looks at it instead).
 */
export async function runSuiteOnInstalled() {
  const { env } = await prepareMachine({ buildsRuntimes: false });
  const command = [...tool('@playwright/test', 'playwright'), 'test', '--project=chromium'];
  say(`The end-to-end suite, with ${INSTALLED}:`);
  const code = await show(command, { env: { ...env, PARALELO_INSTALLED_CLI: INSTALLED } });
  if (code !== 0) throw new Stop('The installed app does not pass its suite.', 'It stands above.');
}
