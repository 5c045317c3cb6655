import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Paralelo's folder for what can be made again: the same that the lab looks into (src-main/lab/folders.ts).
 * @param {NodeJS.ProcessEnv} env the XDG rule: a relative path there is to be ignored
 * @param {NodeJS.Platform} [platform]
 */
export function cacheFolder(env, platform = process.platform) {
  const home = homeOf(env);
  if (platform === 'darwin') return join(home, 'Library/Caches/paralelo');
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData/Local'), 'paralelo', 'Cache');
  }
  const caches = env['XDG_CACHE_HOME'];
  return join(caches?.startsWith('/') ? caches : join(home, '.cache'), 'paralelo');
}

/** @param {NodeJS.ProcessEnv} env */
export function homeOf(env) {
  return env['HOME'] || homedir();
}
