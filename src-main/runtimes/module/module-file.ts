import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { LabError } from '../../contract/index.js';
import type { Workload, WorkloadIdentity } from '../../contract/index.js';
import { isComponent, readComponent, readModule } from '../../isolation/module/index.js';
import type { ComponentProfile, ModuleProfile } from '../../isolation/module/index.js';
import type { TwinFiles } from '../runtime.js';

/** What V8 takes at most (kV8MaxWasmModuleSize), and more than anybody builds. */
const MAX_MODULE_BYTES = 1024 ** 3;
const CHUNK_BYTES = 1024 ** 2;

interface WasmFile {
  path: string;
  /** The guest's argv[0]. */
  name: string;
  identity: WorkloadIdentity;
  /** As it was when it was read. */
  sizeBytes: number;
  modifiedMs: number;
}

export interface ModuleFile extends WasmFile {
  profile: ModuleProfile;
}

/** A component (WASI 0.2), for the runtimes that take one. */
export interface ComponentFile extends WasmFile {
  component: ComponentProfile;
}

/** Finds and reads the module of a workload. Throws LabError for anything that is not one. */
export async function findModule(
  workload: Workload,
  twins: TwinFiles,
  runtime: RuntimeName,
): Promise<ModuleFile> {
  const { bytes, ...file } = await findFile(workload, twins, runtime);
  return { ...file, profile: readModule(bytes) };
}

/** The same for a runtime that takes components as well. */
export async function findModuleOrComponent(
  workload: Workload,
  twins: TwinFiles,
  runtime: RuntimeName,
): Promise<ModuleFile | ComponentFile> {
  const { bytes, ...file } = await findFile(workload, twins, runtime);
  return isComponent(bytes)
    ? { ...file, component: readComponent(bytes) }
    : { ...file, profile: readModule(bytes) };
}

interface RuntimeName {
  id: string;
  name: string;
}

async function findFile(
  workload: Workload,
  twins: TwinFiles,
  runtime: RuntimeName,
): Promise<WasmFile & { bytes: Uint8Array }> {
  if (workload.kind === 'image') {
    throw new LabError(
      'not-executable',
      `${runtime.name} (${runtime.id}) runs WebAssembly modules, not container images.`,
      'Give a module (--module FILE) or a twin, or choose a container runtime for the image.',
    );
  }
  const path =
    workload.kind === 'twin' ? twins.locate(workload.ref).wasmPath : resolve(workload.ref);
  const { bytes, sha256, stats } = await readModuleFile(path);
  const { kind, ref, args } = workload;
  return {
    path,
    name: basename(path),
    identity: { kind, ref, args, sha256 },
    bytes,
    sizeBytes: stats.size,
    modifiedMs: stats.mtimeMs,
  };
}

/** Throws when the file is no longer the one whose hash the record will carry. */
export function checkUnchanged(file: WasmFile): void {
  const stats = statSync(file.path, { throwIfNoEntry: false });
  if (stats?.size === file.sizeBytes && stats.mtimeMs === file.modifiedMs) return;
  throw new LabError(
    'host-failed',
    `${file.path} was changed or removed while the run was prepared.`,
    'Wait until it is built, then run it again.',
  );
}

interface WholeFile {
  bytes: Uint8Array;
  sha256: string;
  stats: Stats;
}

/** All of a file, with its hash. Throws LabError when there is none, or none that could be a module. */
export async function readModuleFile(path: string): Promise<WholeFile> {
  try {
    // Nothing but a file is opened: a named pipe would be waited for, a device may do whatever it does then.
    const stats = statSync(path);
    if (!stats.isFile()) throw notAFile(path, stats);
    if (stats.size > MAX_MODULE_BYTES) throw tooLarge(path);
    const file = await open(path);
    try {
      return { ...(await readInChunks(file, stats.size)), stats };
    } finally {
      void file.close().catch(() => undefined);
    }
  } catch (thrown) {
    if (thrown instanceof LabError) throw thrown;
    const { code } = thrown as NodeJS.ErrnoException;
    throw new LabError(
      'file-not-found',
      code === 'ENOENT'
        ? `There is no file ${path}.`
        : `${path} cannot be read (${code ?? String(thrown)}).`,
      'Check the path and its permissions.',
      { cause: thrown },
    );
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

function notAFile(path: string, stats: Stats): LabError {
  const what = stats.isDirectory() ? 'a directory' : 'not a regular file';
  return new LabError(
    'not-a-module',
    `${path} is ${what}.`,
    'Give the path of the .wasm file itself.',
  );
}

function tooLarge(path: string): LabError {
  return new LabError(
    'not-a-module',
    `${path} is larger than 1 GiB, which is more than engines take.`,
    'Give a smaller module.',
  );
}
