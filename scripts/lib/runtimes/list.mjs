import { findRuntime } from './places.mjs';
import { describeWay, RUNTIMES } from './table.mjs';
import { versionOf } from './version.mjs';

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} a table: name, version, where it is or how it is got
 */
export async function listRuntimes(env) {
  const rows = await Promise.all(RUNTIMES.map((runtime) => row(runtime, env)));
  return [['RUNTIME', 'HERE', 'VERSION', 'WHERE, OR HOW TO GET IT'], ...rows].map(line).join('\n');
}

/**
 * @param {import('./table.mjs').Runtime} runtime
 * @param {NodeJS.ProcessEnv} env
 */
async function row(runtime, env) {
  const path = findRuntime(runtime, env);
  if (path === undefined) return [runtime.name, 'no', '', howToGet(runtime)];
  const version = await versionOf(runtime, path);
  return [runtime.name, 'yes', version ?? 'not said', path];
}

/** @param {import('./table.mjs').Runtime} runtime */
export function howToGet({ name, way, takes, caveat, instead = '' }) {
  if (way === undefined) return instead;
  const notes = [describeWay(way), takes, caveat].filter((note) => note !== undefined).join('; ');
  return `npm run runtimes -- install ${name} (${notes})`;
}

/** @param {string[]} cells */
function line([name = '', here = '', version = '', rest = '']) {
  return `${name.padEnd(9)} ${here.padEnd(4)} ${version.padEnd(9)} ${rest}`;
}
