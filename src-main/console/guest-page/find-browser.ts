import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { FoundBrowser } from '../../runtimes/browser/opener.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PATHS = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const LONGEST_ANSWER_MS = 10_000;

const MISSING = {
  why: 'No Chromium or Chrome was found on this machine, and no window is open.',
  hint: 'Install Chromium (Debian: apt-get install chromium), name one in PARALELO_CHROMIUM, or use the Lab in a window.',
};

/** The executable that PARALELO_CHROMIUM names, or the first that is in PATH or where it is usually installed. */
export function findBrowserPath(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['PARALELO_CHROMIUM'];
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...PATHS].find(isProgram);
}

/** With its version, where it says one within ten seconds. Never throws. */
export async function findBrowser(): Promise<FoundBrowser | { why: string; hint: string }> {
  const path = findBrowserPath();
  if (path === undefined) return MISSING;
  const version = await askVersion(path);
  return { path, ...(version === undefined ? {} : { version }) };
}

async function askVersion(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], {
      timeout: LONGEST_ANSWER_MS,
    });
    const [, version] = /([\d.]{5,})/.exec(stdout) ?? [];
    return version === undefined ? undefined : `Chromium ${version}`;
  } catch {
    return undefined;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
