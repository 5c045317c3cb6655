import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import * as v from 'valibot';
import { LabError, PathSchema, toWireError } from '../../contract/index.js';
import type { WireError } from '../../contract/index.js';

const FILE = 'data-folder.json';
const absolute = v.pipe(PathSchema, v.check(isAbsolute, 'an absolute path'));
const PointerSchema = v.object({
  version: v.literal(1),
  dataDir: absolute,
  /** Where the history is copied from, as long as there is none in the folder. */
  copyFrom: v.optional(absolute),
});
export type Pointer = Omit<v.InferOutput<typeof PointerSchema>, 'version'>;

export function pointerPathIn(configDir: string): string {
  return join(configDir, FILE);
}

/** Without a file there is no choice. Never throws. */
export function readPointer(path: string): { pointer?: Pointer; problem?: WireError } {
  try {
    return { pointer: v.parse(PointerSchema, JSON.parse(readFileSync(path, 'utf8'))) };
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return {};
    return { problem: toWireError(notRead(path, thrown)) };
  }
}

/** Never half. Throws LabError `folder-not-chosen`. */
export async function writePointer(path: string, pointer: Pointer): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const text = `${JSON.stringify({ version: 1, ...pointer }, null, 2)}\n`;
    await writeFile(unfinished, text, { flag: 'wx', mode: 0o600 });
    await rename(unfinished, path);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw new LabError(
      'folder-not-chosen',
      `The choice cannot be written to ${path}: ${(thrown as Error).message}.`,
      'Check the permissions of that folder and the room on its disk, then choose again.',
      { cause: thrown },
    );
  }
}

function notRead(path: string, thrown: unknown): LabError {
  return new LabError(
    'folder-not-chosen',
    `The choice of the data folder in ${path} cannot be read (${(thrown as Error).message.slice(0, 200)}), so the usual folder is used.`,
    'Choose the folder anew, or correct the file.',
  );
}
