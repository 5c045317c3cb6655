import { say, seconds, Stop } from '../say.mjs';
import { installRuntime } from './install.mjs';
import { listRuntimes } from './list.mjs';
import { findRuntime, folderOf, runtimesFolder } from './places.mjs';
import { showProgress } from './progress.mjs';
import { removeRuntime } from './remove.mjs';
import { Interrupted } from './run-tool.mjs';
import { sweep } from './shop.mjs';
import { describeWay, RUNTIMES } from './table.mjs';
import { versionOf } from './version.mjs';

const USAGE =
  'npm run runtimes -- install NAME…, npm run runtimes -- list, npm run runtimes -- remove NAME…';

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code
 */
export async function runtimesCommand([verb, ...names], env) {
  if (verb === 'list' && names.length === 0) {
    await sweep(env);
    say(await listRuntimes(env));
    return 0;
  }
  if (verb !== 'install' && verb !== 'remove') {
    throw new Stop(
      verb === undefined
        ? 'Nothing was asked for.'
        : `"${[verb, ...names].join(' ')}" is not understood.`,
      `${USAGE}.`,
    );
  }
  const chosen = runtimesNamed(names);
  return verb === 'install' ? await installAll(chosen, env) : await removeAll(chosen, env);
}

/**
 * @param {readonly string[]} names
 * @returns {import('./table.mjs').Runtime[]}
 */
export function runtimesNamed(names) {
  const known = `known are ${RUNTIMES.map(({ name }) => name).join(', ')}.`;
  if (names.length === 0) throw new Stop('No runtime was named.', known);
  return names.map((wanted) => {
    const runtime = RUNTIMES.find(({ name }) => name === wanted);
    if (runtime === undefined) throw new Stop(`No runtime is called "${wanted}".`, known);
    return runtime;
  });
}

/**
 * One after the other, each as if it were alone: a failure does not keep the next from being tried.
 * @param {readonly import('./table.mjs').Runtime[]} runtimes
 * @param {NodeJS.ProcessEnv} env
 */
async function installAll(runtimes, env) {
  let exitCode = 0;
  for (const runtime of runtimes) {
    try {
      await installOne(runtime, env);
    } catch (error) {
      if (!(error instanceof Stop) || error instanceof Interrupted) throw error;
      say(`${runtime.name}: ${error.message}\nWhat to do: ${error.hint}`);
      exitCode = 1;
    }
  }
  return exitCode;
}

/**
 * @param {import('./table.mjs').Runtime} runtime
 * @param {NodeJS.ProcessEnv} env
 */
async function installOne(runtime, env) {
  const { name, way, takes = 'some minutes', caveat } = runtime;
  const there = findRuntime({ ...runtime, folders: [] }, { ...env, PATH: '' });
  if (there !== undefined) {
    say(
      `${name} is already here: ${there}. For a newer one: npm run runtimes -- remove ${name}, then install.`,
    );
    return;
  }
  if (way !== undefined) say(`Installing ${name} (${describeWay(way)}); takes about ${takes}.`);
  const startedAt = performance.now();
  const progress = showProgress(process.stdout);
  const path = await installRuntime(runtime, { env, onLine: progress.line }).finally(progress.end);
  const version = await versionOf(runtime, path);
  say(
    `${name}${version === undefined ? '' : ` ${version}`} is here after ${seconds(performance.now() - startedAt)}: ${path}`,
  );
  if (caveat !== undefined) say(`To know: ${caveat}.`);
}

/**
 * @param {readonly import('./table.mjs').Runtime[]} runtimes
 * @param {NodeJS.ProcessEnv} env
 */
async function removeAll(runtimes, env) {
  await sweep(env);
  for (const { name } of runtimes) {
    const bytes = await removeRuntime(name, env);
    say(
      bytes === undefined
        ? `${name} is not in ${runtimesFolder(env)}: nothing to remove.`
        : `Removed ${folderOf(name, env)}: ${(bytes / 2 ** 20).toFixed(1)} MiB freed.`,
    );
  }
  return 0;
}
