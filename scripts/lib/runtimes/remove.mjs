import { existsSync } from 'node:fs';
import { lstat, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf } from './places.mjs';
import { openWorkshop } from './shop.mjs';

/**
 * @param {string} name of a runtime
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number | undefined>} bytes that were freed; undefined when there was nothing of ours
 */
export async function removeRuntime(name, env) {
  const folder = folderOf(name, env);
  if (!existsSync(folder)) return undefined;
  const bytes = await sizeOf(folder);
  // Out of sight in one step: nobody finds a runtime that is half gone.
  const bin = await openWorkshop(env);
  await rename(folder, join(bin, name));
  await rm(bin, { recursive: true, force: true });
  return bytes;
}

/**
 * @param {string} folder
 * @returns {Promise<number>} bytes of all files in it
 */
async function sizeOf(folder) {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? await sizeOf(path) : (await lstat(path)).size;
  }
  return bytes;
}
