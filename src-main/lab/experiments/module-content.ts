import { basename, resolve } from 'node:path';
import { LabError } from '../../contract/index.js';
import type { Workload } from '../../contract/index.js';
import type { ModuleContent } from '../../experiments/index.js';
import { readModuleFile } from '../../runtimes/module/read-file.js';
import type { TwinFiles } from '../../runtimes/runtime.js';

/** The file that every Wasm runtime gets. Throws LabError. */
export async function moduleContent(
  { kind, ref }: Workload,
  twins: TwinFiles,
): Promise<ModuleContent> {
  if (kind === 'image') {
    throw new LabError('not-executable', `${ref} is an image, not a module.`, 'Give a module.');
  }
  const path = kind === 'twin' ? twins.locate(ref).wasmPath : resolve(ref);
  const { bytes, sha256 } = await readModuleFile(path);
  return { name: basename(path), bytes, sha256 };
}
