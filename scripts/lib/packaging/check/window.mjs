import { readFileSync, readdirSync } from 'node:fs';
import { startScreen } from '../../display.mjs';
import { Stop } from '../../say.mjs';
import { startInstalled } from '../installed-app.mjs';
import { pageAt, until } from '../../page-over-cdp.mjs';
import { expectThat } from './index.mjs';

const RUN_TIMEOUT_MS = 60_000;
const RUN_BUTTON =
  "[...document.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Run' && each.ariaDisabled !== 'true')";
const V8_OUTCOME =
  "document.querySelector('[data-testid=lane][data-runtime=v8][data-state=ended]')?.dataset.outcome";
/** What the Lab offers first grows until its limit refuses it. */
const ENDS = ['exited', 'memory-refused'];
/** SECCOMP_MODE_FILTER of linux/seccomp.h, as /proc/PID/status has it. */
const FILTERED = '2';

/** @param {import('./user.mjs').User} user */
export async function checkWindow(user) {
  const screen = await startScreen();
  if ('why' in screen) throw new Stop(`There is no screen: ${screen.why}`, 'Install xvfb.');
  const app = await startInstalled(user.as, screen.env['DISPLAY'] ?? '');
  try {
    const page = await pageAt(app.endpoint);
    expectThat(page.url === 'paralelo://app/index.html', 'a user sees its window', page.url);
    await page.evaluate(until(RUN_BUTTON, RUN_TIMEOUT_MS));
    checkSandbox(app.pids());
    await page.evaluate(`${RUN_BUTTON}.click()`);
    const outcome = await page.evaluate(until(V8_OUTCOME, RUN_TIMEOUT_MS));
    expectThat(
      ENDS.includes(String(outcome)),
      `a twin runs in V8 from the window (${String(outcome)})`,
    );
    page.close();
  } finally {
    await app.end();
  }
}

/** @param {number[]} pids of the app's processes */
function checkSandbox(pids) {
  const pages = pids.filter((pid) => textOf(`/proc/${pid}/cmdline`).includes('--type=renderer'));
  const filtered = pages.filter((pid) =>
    new RegExp(`^Seccomp:\\s*${FILTERED}$`, 'm').test(textOf(`/proc/${pid}/status`)),
  );
  expectThat(
    pages.length > 0 && filtered.length === pages.length,
    'Chromium’s sandbox is on: every page’s process has a filter of system calls',
    `${filtered.length} of ${pages.length}`,
  );
  const unsandboxed = pids.filter((pid) => textOf(`/proc/${pid}/cmdline`).includes('--no-sandbox'));
  expectThat(unsandboxed.length === 0, 'no process of it was started with --no-sandbox');
  const roots = pages.filter((pid) => countOf(`/proc/${pid}/root`) > 0);
  expectThat(roots.length === 0, 'the process of the page sees an empty file system');
}

/** @param {string} path */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} folder */
function countOf(folder) {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}
