import { basename } from 'node:path';
import { underOurLife } from '../life.mjs';
import { capture } from '../processes.mjs';
import { onPath } from '../programs.mjs';
import { Stop } from '../say.mjs';

const LAST_LINES = 15;
/** Above it, an exit code is 128 + the number of a signal. */
const SIGNALLED = 128;

/** A tool was ended from outside, by Ctrl+C most likely: nothing else should be begun. */
export class Interrupted extends Stop {}

/**
 * @typedef {object} Work how tools are run for one install
 * @property {NodeJS.ProcessEnv} env
 * @property {number} [endsAt] ms of the epoch; a tool that still works then is ended
 * @property {boolean} [isBackground] gives way to everything else on this machine
 * @property {(line: string) => void} [onLine] what the tool says, line by line
 */

/**
 * Runs a tool to its end, and ends it with us.
 * @param {readonly string[]} command
 * @param {Work} work
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [own]
 */
export async function tryTool(command, work, own = {}) {
  const { env, endsAt, isBackground = false, onLine } = work;
  const gentle = isBackground && onPath('nice') !== undefined ? ['nice', '-n', '19'] : [];
  const ended = await capture(underOurLife([...gentle, ...command]), {
    env: { ...env, ...own.env },
    ...(own.cwd === undefined ? {} : { cwd: own.cwd }),
    ...(endsAt === undefined ? {} : { timeoutMs: Math.max(1, endsAt - Date.now()) }),
    ...(onLine === undefined ? {} : { onOutput: (chunk) => lastOf(chunk, onLine) }),
  });
  if (ended.timedOut) {
    throw new Stop(
      `${nameOf(command)} was ended: it took too long.`,
      'run the install by itself: npm run runtimes -- install NAME.',
    );
  }
  if (ended.code > SIGNALLED) {
    const what = `${nameOf(command)} was ended by signal ${ended.code - SIGNALLED}.`;
    throw new Interrupted(what, 'run the command again; nothing was left half done.');
  }
  return ended;
}

/**
 * The same for a tool whose failure is the end of it.
 * @param {readonly string[]} command
 * @param {Work} work
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, hint?: string }} [own]
 * @returns {Promise<string>} its output
 */
export async function runTool(command, work, own = {}) {
  const { code, output } = await tryTool(command, work, own);
  if (code !== 0) throw failure(command, code, output, own.hint);
  return output;
}

/**
 * @param {readonly string[]} command
 * @param {number} code
 * @param {string} output
 * @param {string} [hint]
 */
export function failure(command, code, output, hint = 'read its last lines above.') {
  const lines = output.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
  return new Stop(`${lines}\n${nameOf(command)} ended with ${code}.`, hint);
}

/** @param {readonly string[]} command `cargo install`, without paths and options */
function nameOf([program = '', ...args]) {
  const name = args[0]?.endsWith('npm-cli.js') ? 'npm' : basename(program);
  const verb = args.find((arg) => /^[a-z]+$/.test(arg));
  return verb === undefined ? name : `${name} ${verb}`;
}

/**
 * @param {Buffer} chunk
 * @param {(line: string) => void} onLine
 */
function lastOf(chunk, onLine) {
  const line = chunk
    .toString('utf8')
    .trim()
    .split(/[\r\n]/)
    .at(-1);
  if (line) onLine(line.trim());
}
