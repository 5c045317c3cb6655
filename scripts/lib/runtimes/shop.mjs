import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { atEnd } from '../clean-up.mjs';
import { runtimesFolder } from './places.mjs';

/** A workshop's name tells who works in it: after a crash, the next one can clear up. */
const PREFIX = `.making-${hostname().replace(/\W/g, '_')}-`;

/**
 * Makes a folder whole in a workshop beside its place, and moves it there at the end: nobody ever sees
 * half of it. Of two that make the same one at once, the first to be ready is kept.
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 * @param {(shop: { made: string, scrap: string }) => Promise<void>} make `made` becomes the folder
 */
export async function makeWhole(target, env, make) {
  await sweep(env);
  const workshop = await openWorkshop(env);
  const clear = () => rm(workshop, { recursive: true, force: true, maxRetries: 5 });
  const forget = atEnd(clear);
  try {
    const shop = { made: join(workshop, 'made'), scrap: join(workshop, 'scrap') };
    await mkdir(join(shop.made, 'bin'), { recursive: true });
    await mkdir(shop.scrap);
    await make(shop);
    await rename(shop.made, target).catch((error) => {
      if (!existsSync(target)) throw error; // Otherwise somebody else was faster.
    });
  } finally {
    forget();
    await clear();
  }
}

/** @param {NodeJS.ProcessEnv} env a new folder beside the runtimes, on the same disk, that `sweep` knows */
export async function openWorkshop(env) {
  const parent = runtimesFolder(env);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  return mkdtemp(join(parent, `${PREFIX}${process.pid}-`));
}

/** @param {NodeJS.ProcessEnv} env removes what was left by an install that was killed */
export async function sweep(env) {
  const parent = runtimesFolder(env);
  for (const name of await readdir(parent).catch(() => /** @type {string[]} */ ([]))) {
    if (name.startsWith(PREFIX) && !isAlive(Number.parseInt(name.slice(PREFIX.length), 10))) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
