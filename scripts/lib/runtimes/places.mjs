import { join } from 'node:path';
import { cacheFolder, homeOf } from '../cache.mjs';
import { isProgram, onPath } from '../programs.mjs';

/** @param {NodeJS.ProcessEnv} env where the lab looks first: NAME/bin/PROGRAM below it */
export function runtimesFolder(env) {
  return join(cacheFolder(env), 'runtimes');
}

/**
 * @param {string} name of the runtime
 * @param {NodeJS.ProcessEnv} env
 */
export function folderOf(name, env) {
  return join(runtimesFolder(env), name);
}

/** @param {string} program */
export function fileName(program) {
  return process.platform === 'win32' ? `${program}.exe` : program;
}

/**
 * Where a runtime is, in the order in which the lab looks.
 * @param {import('./table.mjs').Runtime} runtime
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function findRuntime({ name, program, folders = [] }, env) {
  const file = fileName(program);
  const own = join(folderOf(name, env), 'bin', file);
  if (isProgram(own)) return own;
  const usual = folders.map((folder) => join(folder.replace(/^~/, homeOf(env)), file));
  return onPath(file, env) ?? usual.find(isProgram);
}
