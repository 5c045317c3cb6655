import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import type { Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { LabError, formatBytes } from '../../contract/index.js';

/** Far more than anybody builds; all of it is in memory while it is read. */
export const MOST_MODULE_BYTES = 256 * 2 ** 20;
const CHUNK_BYTES = 2 ** 20;

export interface ReadFile {
  bytes: Uint8Array;
  sha256: string;
}

/**
 * A file of others, whole, with its hash. Throws LabError for what is not there, may not be read, is no regular file, or is
 * larger than MOST_MODULE_BYTES, also when it only becomes so while it is read.
 */
export async function readModuleFile(path: string): Promise<ReadFile> {
  if (!isAbsolute(path)) {
    throw new LabError(
      'bad-request',
      `${path} is not an absolute path.`,
      'Give the whole path of the file.',
    );
  }
  // Not to wait for the other end of a named pipe.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(
    (cause: unknown) => {
      throw notReadable(path, cause);
    },
  );
  try {
    checkStats(path, await file.stat());
    return await readBounded(file, path);
  } catch (thrown) {
    throw thrown instanceof LabError ? thrown : notReadable(path, thrown);
  } finally {
    await file.close();
  }
}

function checkStats(path: string, stats: Stats): void {
  if (!stats.isFile()) {
    throw new LabError(
      'not-a-module',
      `${path} is ${stats.isDirectory() ? 'a directory' : 'not a regular file'}.`,
      'Give the path of the .wasm file itself.',
    );
  }
  if (stats.size > MOST_MODULE_BYTES) throw tooLarge(path);
}

async function readBounded(file: FileHandle, path: string): Promise<ReadFile> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(
      Buffer.alloc(CHUNK_BYTES),
      0,
      CHUNK_BYTES,
      sizeBytes,
    );
    if (bytesRead === 0) break;
    sizeBytes += bytesRead;
    if (sizeBytes > MOST_MODULE_BYTES) throw tooLarge(path);
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), sha256: hash.digest('hex') };
}

function tooLarge(path: string): LabError {
  return new LabError(
    'not-a-module',
    `${path} is larger than ${formatBytes(MOST_MODULE_BYTES)}, which is more than is read of a module.`,
    'Give a smaller module; one without its debug sections often is (`wasm-strip`).',
  );
}

function notReadable(path: string, cause: unknown): LabError {
  const { code = String(cause) } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new LabError('file-not-found', `There is no file ${path}.`, 'Check the path.', {
      cause,
    });
  }
  // A socket cannot be opened at all.
  if (code === 'ENXIO') {
    return new LabError(
      'not-a-module',
      `${path} is not a regular file.`,
      'Give the path of the .wasm file itself.',
      { cause },
    );
  }
  return new LabError(
    'file-not-found',
    `${path} cannot be read (${code}).`,
    'Check the permissions of the file and of the folders above it.',
    { cause },
  );
}
