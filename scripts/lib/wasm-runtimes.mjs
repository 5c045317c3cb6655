import { installRuntime } from './runtimes/install.mjs';
import { howToGet } from './runtimes/list.mjs';
import { findTool } from './runtimes/need-tool.mjs';
import { findRuntime } from './runtimes/places.mjs';
import { RUNTIMES } from './runtimes/table.mjs';
import { say, seconds, Stop } from './say.mjs';

/** All builds together: what is not here by then is ended or not begun, and the tests do without. The tests need their time too. */
const BUILDS_WITHIN_MS = 40 * 60_000;
/** Of a tool that failed, in the closing list. */
const LAST_LINES = 3;

/** @type {Record<import('./runtimes/table.mjs').Way['by'], import('./runtimes/need-tool.mjs').Tool[]>} */
const TOOLS_OF = {
  cargo: ['cargo'],
  go: ['go'],
  debian: ['apt-get', 'dpkg'],
  npm: [],
};

/**
 * @typedef {import('./runtimes/table.mjs').Runtime} Runtime
 * @typedef {import('./uncovered.mjs').Uncovered} Uncovered
 */

/**
 * The Wasm runtimes of others that the tests can use, besides V8. Which are there is no fault of a machine:
 * what is not is named at the end.
 * @param {{ buildsRuntimes: boolean, env?: NodeJS.ProcessEnv, install?: typeof installRuntime }} options
 * @returns {Promise<import('./test-machine.mjs').Prepared>}
 */
export async function prepareWasmRuntimes(options) {
  const { buildsRuntimes, env = process.env, install = installRuntime } = options;
  const absent = RUNTIMES.filter((runtime) => findRuntime(runtime, env) === undefined);
  const here = RUNTIMES.filter((runtime) => !absent.includes(runtime));
  const wanted = absent.filter((runtime) => buildsRuntimes && canBeBuilt(runtime, env));
  const found = [
    here.map(({ name }) => name).join(', ') || 'none of others',
    ...(wanted.length === 0
      ? []
      : [`being installed: ${wanted.map(({ name }) => name).join(', ')}`]),
  ].join('; ');
  const missing = absent
    .filter((runtime) => !wanted.includes(runtime))
    .map((runtime) => uncoveredOf(runtime, `not on this machine. To get it: ${howToGet(runtime)}`));
  return {
    found,
    env: {},
    missing,
    ...(wanted.length === 0 ? {} : { later: installAll(wanted, env, install) }),
  };
}

/**
 * In the background and one after the other: a compiler uses every core by itself.
 * @param {readonly Runtime[]} runtimes
 * @param {NodeJS.ProcessEnv} env
 * @param {typeof installRuntime} install
 * @returns {Promise<Uncovered[]>} those that could not be had
 */
async function installAll(runtimes, env, install) {
  /** @type {Uncovered[]} */
  const failed = [];
  const endsAt = Date.now() + BUILDS_WITHIN_MS;
  for (const runtime of runtimes) {
    const startedAt = Date.now();
    try {
      await install(runtime, { env, endsAt, isBackground: true });
      say(`Wasm runtimes: ${runtime.name} is here after ${seconds(Date.now() - startedAt)}.`);
    } catch (error) {
      const why = reasonOf(error);
      say(`Wasm runtimes: ${runtime.name} could not be installed.\n${why}`);
      const last = why.split('\n').slice(-LAST_LINES).join(' | ');
      failed.push(uncoveredOf(runtime, `could not be installed: ${last}`));
    }
  }
  return failed;
}

/** @param {unknown} error a full disk, say, ends an install, and not the tests */
function reasonOf(error) {
  return error instanceof Stop ? `${error.message} What to do: ${error.hint}` : String(error);
}

/**
 * @param {Runtime} runtime
 * @param {NodeJS.ProcessEnv} env
 */
function canBeBuilt({ way }, env) {
  return way !== undefined && TOOLS_OF[way.by].every((tool) => findTool(tool, env) !== undefined);
}

/**
 * @param {Runtime} runtime
 * @param {string} reason
 * @returns {Uncovered}
 */
function uncoveredOf({ name }, reason) {
  return { name: `Wasm runtime ${name}`, reason };
}
