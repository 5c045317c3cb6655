import { spawn } from 'node:child_process';
import { atEnd } from './clean-up.mjs';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} Ended
 * @property {number} code as a shell would say it: 127 when there is no such program, 128 + n for a signal
 * @property {string} output stdout and stderr, in the order of arrival
 * @property {boolean} timedOut
 *
 * @typedef {object} Options
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {number} [timeoutMs]
 * @property {(chunk: Buffer) => void} [onOutput]
 */

const NOT_FOUND = 127;
const GRACE_MS = 5000;
/** The app stops its runs and removes its containers before it ends. */
const FOREGROUND_GRACE_MS = 10_000;

/**
 * Runs a program without a shell, in a process group of its own so that its children end with it.
 * @param {readonly string[]} command program and arguments
 * @param {Options} [options]
 * @returns {Promise<Ended>}
 */
export function capture(command, options = {}) {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = [];
    let timedOut = false;
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const forget = atEnd(() => endGroup(child));
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            void endGroup(child);
          }, options.timeoutMs);
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      forget();
      resolve({ code, output: Buffer.concat(chunks).toString('utf8'), timedOut });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        chunks.push(chunk);
        options.onOutput?.(chunk);
      });
    }
    child.once('error', (error) => {
      chunks.push(Buffer.from(`${program}: ${error.message}\n`));
      end(NOT_FOUND);
    });
    child.once('close', (code, signal) => end(exitCode(code, signal)));
  });
}

/**
 * Runs a program in the foreground, on this terminal.
 * @param {readonly string[]} command
 * @param {Options} [options]
 * @returns {Promise<number>} exit code
 */
export function show(command, options = {}) {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: options.env ?? process.env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const forget = atEnd(() => end(child, (signal) => child.kill(signal), FOREGROUND_GRACE_MS));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      forget();
      resolve(exitCode(code, signal));
    });
  });
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return code ?? (signal === null ? 1 : 128 + (SIGNAL_NUMBERS[signal] ?? 0));
}

/** @type {Partial<Record<NodeJS.Signals, number>>} */
const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  return end(child, (signal) => {
    if (process.platform === 'win32' || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  });
}

/**
 * Asks a child to end and waits for it; a child that does not obey is killed.
 * @param {import('node:child_process').ChildProcess} child
 * @param {(signal: NodeJS.Signals) => unknown} kill
 * @param {number} [graceMs]
 * @returns {Promise<void>}
 */
export function end(child, kill, graceMs = GRACE_MS) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => attempt(() => kill('SIGKILL')), graceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    attempt(() => kill('SIGTERM'));
  });
}

/** @param {() => unknown} kill */
function attempt(kill) {
  try {
    kill();
  } catch {
    // It ended in the meantime: 'exit' is on its way.
  }
}
