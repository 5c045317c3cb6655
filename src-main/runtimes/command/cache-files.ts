import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LabError } from '../../contract/index.js';

/** Where compiled modules of every engine are kept, below the user's cache folder. */
export function artefactsFolder(cacheDir: string): string {
  return join(cacheDir, 'artefacts');
}

/** Removes all that was made for one engine, of any build. Returns how many bytes that were. Never throws. */
export async function removeArtefacts(cacheDir: string, engineId: string): Promise<number> {
  const folder = artefactsFolder(cacheDir);
  const names = await readdir(folder).catch(() => []);
  let bytes = 0;
  for (const name of names.filter((one) => one.startsWith(`${engineId}-`))) {
    bytes += await sizeOf(join(folder, name));
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
  return bytes;
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(folder, name)).then(
      (stats) => (stats.isFile() ? stats.size : 0),
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Never half: another lab may be making the same file at this moment. */
export async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    await makeFolder(dirname(path));
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw cannotWrite(path, thrown);
  }
}

export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw cannotWrite(path, thrown);
  }
}

export function cannotWrite(path: string, cause: unknown): LabError {
  return new LabError(
    'host-failed',
    `${path} could not be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
    'Make room and check the permissions of the cache folder, or remove it: everything in it can be made again.',
    { cause },
  );
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
