import { createHash } from 'node:crypto';
import { constants, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { LabError, formatBytes } from '../../contract/index.js';

/** What V8 takes at most (kV8MaxWasmModuleSize), and more than anybody builds. */
const MOST_BYTES = 1024 ** 3;
const CHUNK_BYTES = 1024 ** 2;

export interface WholeFile {
  bytes: Uint8Array;
  sha256: string;
  /** As it was before it was read. */
  stats: Stats;
}

/**
 * All of a file that may be a module, with its hash. Throws LabError when there is none, when it may not be read, is no
 * regular file, or is larger than `mostBytes`.
 */
export async function readModuleFile(path: string, mostBytes = MOST_BYTES): Promise<WholeFile> {
  try {
    // Nothing but a file is opened: a device may do whatever it does then.
    const stats = statSync(path);
    check(path, stats, mostBytes);
    // Should it have become a named pipe since, nobody waits for its other end.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return { ...(await readInChunks(file, stats.size)), stats };
    } finally {
      void file.close().catch(() => undefined);
    }
  } catch (thrown) {
    throw thrown instanceof LabError ? thrown : notReadable(path, thrown);
  }
}

/** The lab goes on between the chunks: hashing a large module takes seconds. */
async function readInChunks(
  file: FileHandle,
  sizeBytes: number,
): Promise<Pick<WholeFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  const bytes = new Uint8Array(sizeBytes);
  let read = 0;
  while (read < sizeBytes) {
    const length = Math.min(CHUNK_BYTES, sizeBytes - read);
    const { bytesRead } = await file.read(bytes, read, length);
    // It became shorter: whoever starts it checks that it is the same.
    if (bytesRead === 0) break;
    hash.update(bytes.subarray(read, read + bytesRead));
    read += bytesRead;
  }
  return { bytes: bytes.subarray(0, read), sha256: hash.digest('hex') };
}

function check(path: string, stats: Stats, mostBytes: number): void {
  if (!stats.isFile()) {
    throw new LabError(
      'not-a-module',
      `${path} is ${stats.isDirectory() ? 'a directory' : 'not a regular file'}.`,
      'Give the path of the .wasm file itself.',
    );
  }
  if (stats.size > mostBytes) {
    throw new LabError(
      'not-a-module',
      `${path} is larger than ${formatBytes(mostBytes)}, which is more than is read of a module.`,
      'Give a smaller module; one without its debug sections often is (`wasm-strip`).',
    );
  }
}

function notReadable(path: string, cause: unknown): LabError {
  const { code = String(cause) } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new LabError('file-not-found', `There is no file ${path}.`, 'Check the path.', {
      cause,
    });
  }
  return new LabError(
    'file-not-found',
    `${path} cannot be read (${code}).`,
    'Check the permissions of the file and of the folders above it.',
    { cause },
  );
}
