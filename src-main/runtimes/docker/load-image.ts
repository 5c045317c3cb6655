import { constants, createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import * as v from 'valibot';
import { LabError } from '../../contract/index.js';
import { isRefusal } from './engine/client.js';
import type { Engine } from './engine/engine.js';
import { jsonLines } from './json-lines.js';
import { engineWords, toLabError } from './refusals.js';

/** Where a tar has its magic (POSIX.1-1988, ustar), and how compressed ones begin that engines unpack (gzip, zstd, xz, bzip2). */
const TAR = { at: 257, magic: Buffer.from('ustar') };
const COMPRESSED = ['1f8b', '28b52ffd', 'fd377a585a00', '425a68'];
const HEAD_BYTES = 512;

const ProgressSchema = v.object({
  stream: v.optional(v.string()),
  error: v.optional(v.string()),
});

/**
 * Has the engine load the images of a tar (`docker save`, `podman save`, an OCI layout). Resolves to their references; of one
 * without a name its content id, `sha256:…`. Throws LabError `not-an-image`, `file-not-found`, or what the engine refused.
 */
export async function loadImage(engine: Engine, path: string): Promise<string[]> {
  await checkIsArchive(path);
  const file = createReadStream(path);
  const unreadable = new AbortController();
  file.on('error', (cause) => unreadable.abort(cause));
  try {
    const answer = await engine.client.stream({
      ...{ method: 'POST', path: '/images/load', query: { quiet: true } },
      ...{ file, signal: unreadable.signal },
    });
    const refs: string[] = [];
    for await (const line of jsonLines(answer)) {
      const { stream, error } = v.parse(ProgressSchema, line);
      if (error !== undefined) throw refused(engine, path, error);
      refs.push(...loadedRefs(stream ?? ''));
    }
    if (refs.length > 0) return refs;
    throw refused(engine, path, 'there is no image in it');
  } catch (thrown) {
    if (!isRefusal(thrown)) throw toLabError(engine, thrown);
    throw refused(engine, path, engineWords(thrown));
  } finally {
    file.destroy();
  }
}

/** `Loaded image: a:1`, `Loaded image ID: sha256:…` (Docker), `Loaded image(s): a:1,b:1` and `Loaded image: …` (Podman). */
export function loadedRefs(said: string): string[] {
  return said.split('\n').flatMap((line) => {
    const [, list] = /^Loaded image(?: ID|\(s\))?: (.+)$/.exec(line.trim()) ?? [];
    return list === undefined ? [] : list.split(',').map((ref) => ref.trim());
  });
}

async function checkIsArchive(path: string): Promise<void> {
  let file: FileHandle | undefined;
  try {
    // A pipe or a device must not keep the lab waiting.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!(await file.stat()).isFile()) throw notAnImage(path, 'it is not a file');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    if (!isArchive(buffer.subarray(0, bytesRead))) throw notAnImage(path, 'it is not a tar');
  } catch (thrown) {
    if (thrown instanceof LabError) throw thrown;
    throw new LabError(
      'file-not-found',
      `The tar ${path} cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      'Is it still there, and may you read it?',
    );
  } finally {
    await file?.close();
  }
}

function isArchive(head: Buffer): boolean {
  const magic = head.subarray(TAR.at, TAR.at + TAR.magic.length);
  if (magic.equals(TAR.magic)) return true;
  const hex = head.toString('hex');
  return COMPRESSED.some((beginning) => hex.startsWith(beginning));
}

function notAnImage(path: string, why: string): LabError {
  return new LabError('not-an-image', `${basename(path)} is no image: ${why}.`, HINT);
}

function refused(engine: Engine, path: string, words: string): LabError {
  return new LabError(
    'not-an-image',
    `${engine.info.name} did not load ${basename(path)}: ${words}`,
    HINT,
  );
}

const HINT =
  'Give it what docker save or podman save writes. The tar of a file system alone (docker export) is for docker import.';
