import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { LabError } from '../../contract/index.js';

const KEPT_WORDS = 2000;
/** Its pipes that DevTools' protocol uses: it reads commands from 3 and writes answers to 4. */
const COMMANDS = 3;
const ANSWERS = 4;

const FLAGS = [
  '--headless=new',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--mute-audio',
  '--password-store=basic',
];

export interface Headless {
  /** Resolves when it has ended, with the end of what it said. */
  readonly ended: Promise<string>;
  /** Ends it at once and removes its profile. */
  close(): Promise<void>;
}

/**
 * Starts a browser without a window, with a profile of its own in a temporary folder, and shows it the
 * address. That goes over a pipe: a command line can be read by every user of the machine. When this
 * process dies, the pipe breaks, and the browser ends by itself.
 */
export async function startHeadless(
  path: string,
  url: string,
  flags: readonly string[],
): Promise<Headless> {
  const profile = await mkdtemp(join(tmpdir(), 'paralelo-browser-'));
  const child = spawn(
    path,
    [...FLAGS, ...flags, '--remote-debugging-pipe', `--user-data-dir=${profile}`],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A Ctrl+C in the terminal is for the lab, which then closes the browser in order.
      detached: process.platform !== 'win32',
      windowsHide: true,
    },
  );
  const ended = endOf(child);
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    // Its helpers may still write for a moment.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(
      () => undefined,
    );
  };
  try {
    await started(child);
  } catch (thrown) {
    await close();
    throw thrown;
  }
  const command = { id: 1, method: 'Target.createTarget', params: { url } };
  (child.stdio[COMMANDS] as Writable).write(`${JSON.stringify(command)}\0`);
  child.stdio[ANSWERS]?.on('data', () => undefined);
  return { ended, close };
}

function endOf(child: ChildProcess): Promise<string> {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-KEPT_WORDS);
  });
  for (const pipe of child.stdio) pipe?.on('error', () => undefined);
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(`it ended with ${String(code ?? signal)} ${words.trim()}`.trim());
    });
    child.once('error', (error) => resolve(error.message));
  });
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => {
      reject(
        new LabError(
          'host-failed',
          `The browser could not be started: ${cause.message}.`,
          'Name another one in PARALELO_CHROMIUM.',
          { cause },
        ),
      );
    });
  });
}
