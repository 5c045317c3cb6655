import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { LabError } from '../../contract/index.js';

const DROP_CACHES = '/proc/sys/vm/drop_caches';
/** Page cache, dentries and inodes (admin-guide/sysctl/vm.rst). */
const ALL = '3';

/** What is not written yet is written, then the kernel forgets what it holds of files. Throws LabError where it may not be. */
export async function dropPageCache(file = DROP_CACHES): Promise<void> {
  try {
    await promisify(execFile)('sync');
    await writeFile(file, ALL);
  } catch (cause) {
    throw new LabError(
      'not-supported-here',
      `The page cache could not be emptied: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Run Paralelo as root on the machine itself, or measure with a warm page cache.',
      { cause },
    );
  }
}
