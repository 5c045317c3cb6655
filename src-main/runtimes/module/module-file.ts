import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { LabError } from '../../contract/index.js';
import type { Workload, WorkloadIdentity } from '../../contract/index.js';
import { isComponent, readComponent, readModule } from '../../isolation/module/index.js';
import type { ComponentProfile, ModuleProfile } from '../../isolation/module/index.js';
import type { TwinFiles } from '../runtime.js';
import { readModuleFile } from './read-file.js';

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
