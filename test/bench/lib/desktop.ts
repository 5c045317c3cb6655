import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startScreen } from '../../../scripts/lib/display.mjs';
import { electronEnv, findElectron, windowEnv } from '../../../scripts/lib/electron.mjs';
import { startElectron } from '../../../scripts/lib/electron-app.mjs';
import { pageAt } from '../../../scripts/lib/page-over-cdp.mjs';
import { Skip } from './bench.js';
import { at } from './paths.js';

/** When the empty window had its first picture. */
export const PAINTED_AT = seenAt('paint', 'first-contentful-paint', 'startTime');
/** When the status bar had drawn what Paralelo costs, which the first sample of the machine says (its `elementtiming`). */
export const FIRST_SAMPLE_AT = seenAt('element', 'first-sample', 'renderTime');

/** In the page: what Chromium itself noted, however late one asks. */
function seenAt(type: string, name: string, time: string): string {
  return `new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const found = list.getEntries().find((each) => [each.name, each.identifier].includes('${name}'));
      if (found) resolve(performance.timeOrigin + found.${time});
    }).observe({ type: '${type}', buffered: true });
  })`;
}

export interface Desktop {
  /** Of the Unix epoch, by the clock that the page's `performance.timeOrigin` is of. */
  startedAtMs: number;
  evaluate: (expression: string) => Promise<unknown>;
  pids: () => number[];
  end: () => Promise<void>;
}

export interface Desktops {
  /** Its program. */
  electron: string;
  startApp: () => Promise<Desktop>;
  startEmpty: () => Promise<Desktop>;
}

/** Starts windows of one Electron on one screen, each with a profile of its own and an empty data folder. */
export async function desktops(): Promise<Desktops> {
  const { electron, misses } = await findElectron();
  if (electron === undefined) throw new Skip(`there is no Electron (${misses.join(' ')})`);
  const env = { ...windowEnv(process.env), ...electronEnv(electron), ...(await screen()) };
  const start = (program: string, isThere?: string): Promise<Desktop> =>
    startDesktop([electron.binary, program], env, isThere);
  return {
    electron: electron.binary,
    startApp: () => start(at('out/main/main.cjs')),
    startEmpty: () =>
      start(
        at('test/bench/lib/empty-window/main.cjs'),
        "location.protocol === 'file:' && document.readyState === 'complete'",
      ),
  };
}

async function screen(): Promise<NodeJS.ProcessEnv> {
  const made = await startScreen();
  if ('why' in made) throw new Skip(`there is no screen (${made.why})`);
  return made.env;
}

async function startDesktop(
  command: string[],
  env: NodeJS.ProcessEnv,
  isThere?: string,
): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-bench-'));
  const args = [`--user-data-dir=${join(folder, 'profile')}`, '--remote-debugging-port=0'];
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const own = {
    PARALELO_DATA_DIR: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
  };
  const app = await startElectron([...command, ...args, ...sandbox], { ...env, ...own });
  const page = await pageAt(app.endpoint, isThere);
  return {
    ...app,
    evaluate: page.evaluate,
    end: async () => {
      page.close();
      await app.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
