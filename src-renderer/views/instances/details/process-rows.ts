import type { InstanceProcess } from '../../../../src-main/contract/index.js';

export interface ProcessRow {
  process: InstanceProcess;
  /** How many of its forebears are in the list. */
  depth: number;
}

const MOST_DEPTH = 12;

/** Children under their parents, each level by pid; whose parent is not listed stands at the left. */
export function processRows(processes: readonly InstanceProcess[]): ProcessRow[] {
  const byPid = [...processes].sort((one, other) => one.pid - other.pid);
  const pids = new Set(byPid.map(({ pid }) => pid));
  const children = new Map<number | undefined, InstanceProcess[]>();
  for (const process of byPid) {
    const { pid, parentPid } = process;
    const parent =
      parentPid !== undefined && parentPid !== pid && pids.has(parentPid) ? parentPid : undefined;
    children.set(parent, [...(children.get(parent) ?? []), process]);
  }
  const rows: ProcessRow[] = [];
  const seen = new Set<number>();
  const add = (process: InstanceProcess, depth: number): void => {
    if (seen.has(process.pid)) return;
    seen.add(process.pid);
    rows.push({ process, depth: Math.min(depth, MOST_DEPTH) });
    for (const child of children.get(process.pid) ?? []) add(child, depth + 1);
  };
  for (const root of children.get(undefined) ?? []) add(root, 0);
  // A pid that was used again between two readings can make a circle.
  for (const process of byPid) add(process, 0);
  return rows;
}
