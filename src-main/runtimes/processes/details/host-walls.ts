import type { ProcessWalls } from '../../../contract/index.js';
import { readProcessWalls } from '../../../isolation/process/index.js';
import type { Subject } from '../subject.js';

/** What the kernel shows of the process around the guest. */
export function hostWalls({ pid, place }: Subject): ProcessWalls | undefined {
  return readProcessWalls(pid, { procRoot: place.procRoot });
}
