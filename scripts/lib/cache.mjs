import { homedir } from 'node:os';
import { join } from 'node:path';

/** @param {NodeJS.ProcessEnv} env the XDG rule: a relative path there is to be ignored */
export function cacheHome(env) {
  const home = env['XDG_CACHE_HOME'];
  return home?.startsWith('/') ? home : join(homeOf(env), '.cache');
}

/** @param {NodeJS.ProcessEnv} env */
export function homeOf(env) {
  return env['HOME'] || homedir();
}
