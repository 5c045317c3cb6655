import { readdirSync } from 'node:fs';
import { KeptFile } from '../files/kept-file.js';
import { toCount } from '../files/kernel-text.js';
import { monotonicMs } from '../clock.js';

/** How often the tree is searched for new child cgroups (a container with its own cgroup manager). */
const RESCAN_MS = 1000;
/** Deeper or wider trees than this are cut: they belong to an engine inside the container. */
const MOST_DIRECTORIES = 64;

/** cgroup.procs, one pid a line; 0 stands for a process outside the reader's pid namespace. */
export function parseProcs(text: string): number[] {
  const pids: number[] = [];
  for (const line of text.split('\n')) {
    const pid = toCount(line);
    if (pid !== undefined && pid > 0) pids.push(pid);
  }
  return pids;
}

/** The processes of a cgroup and of its child cgroups, in the reader's pid namespace. */
export class CgroupProcesses {
  private files: KeptFile[] = [];
  private scannedAtMs = -Infinity;

  constructor(private readonly directory: string) {}

  pids(): number[] {
    if (monotonicMs() - this.scannedAtMs > RESCAN_MS) this.rescan();
    return this.files.flatMap((file) => parseProcs(file.text() ?? ''));
  }

  close(): void {
    for (const file of this.files) file.close();
    this.files = [];
  }

  private rescan(): void {
    this.close();
    this.scannedAtMs = monotonicMs();
    for (const directory of cgroupTree(this.directory)) {
      const file = KeptFile.open(`${directory}/cgroup.procs`, 'sequence');
      if (file !== undefined) this.files.push(file);
    }
  }
}

/** The directory and those below it, breadth first. */
function cgroupTree(root: string): string[] {
  const directories = [root];
  for (const directory of directories) {
    if (directories.length >= MOST_DIRECTORIES) break;
    directories.push(...childrenOf(directory));
  }
  return directories.slice(0, MOST_DIRECTORIES);
}

function childrenOf(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${directory}/${entry.name}`);
  } catch {
    return [];
  }
}
