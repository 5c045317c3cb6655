import type { ModuleWalls } from '../../contract/index.js';
import { moduleWalls } from '../../isolation/module/index.js';
import { readModuleFile } from '../../runtimes/module/read-file.js';

/** Far more than anybody builds; all of it is in memory while it is read. */
const MOST_BYTES = 256 * 1024 ** 2;

/** Throws LabError for a file that cannot be read, or is no module. */
export async function wallsOfFile(path: string): Promise<ModuleWalls> {
  const { bytes, sha256 } = await readModuleFile(path, MOST_BYTES);
  return moduleWalls(bytes, { path, sha256 });
}
