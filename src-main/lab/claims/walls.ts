import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { LEAST_PRIVILEGES } from '../../contract/index.js';
import type { RunRecord, RunRequestInput, RuntimeInfo } from '../../contract/index.js';
import type { Evidence } from '../../experiments/claims/index.js';
import { readProcessWalls } from '../../isolation/process/index.js';
import type { Comparisons } from '../comparisons.js';
import { heldRun } from '../held-run.js';
import { quietRun } from '../quiet-run.js';

type Containers = NonNullable<Evidence['containers']>;
type RootFiles = NonNullable<Evidence['rootFiles']>;

/** Hears of each run that has ended. */
export type Ran = (record: RunRecord) => void;

interface Looking {
  signal: AbortSignal;
  ran: Ran;
}

const IDLE = ['--to', '64k', '--step', '64k', '--hold', '60s'];
/** Of no file system: nothing else would make it. */
const FILE = '/paralelo-claim-of-a-root';

/** Whose namespaces a container with the usual walls is in, one for each engine. */
export async function namespacesIn(
  comparisons: Comparisons,
  containers: readonly RuntimeInfo[],
  { signal, ran }: Looking,
): Promise<Containers> {
  const all: Containers[number][] = [];
  for (const { id: runtime } of containers) {
    const request: RunRequestInput = {
      runtime,
      workload: { kind: 'twin', ref: 'grow', args: IDLE },
    };
    const held = await heldRun(comparisons, request, signal).catch(() => undefined);
    const walls = held?.instance === undefined ? undefined : wallsOf(held.instance);
    if (held !== undefined) ran(await held.release());
    if (walls !== undefined) all.push({ engine: runtime, namespaces: walls });
  }
  return all;
}

function wallsOf(containerId: string): Containers[number]['namespaces'] | undefined {
  const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && isIn(name, containerId));
  return readProcessWalls(Number(pid))?.namespaces.map(({ name, inode, isHost }) => ({
    ...{ name, inode },
    ...(isHost === undefined ? {} : { effective: { of: isHost ? 'host' : 'own' } as const }),
  }));
}

function isIn(pid: string, containerId: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cgroup`, 'utf8').includes(containerId);
  } catch {
    return false;
  }
}

/** One container writes a file to its root; a second one and the host look for it. */
export async function rootFilesIn(
  comparisons: Comparisons,
  containers: readonly RuntimeInfo[],
  { signal, ran }: Looking,
): Promise<RootFiles> {
  const all: RootFiles[number][] = [];
  for (const { id: runtime } of containers) {
    const probe = async (...args: string[]): Promise<RunRecord> => {
      const record = await quietRun(
        comparisons,
        {
          runtime,
          workload: { kind: 'twin', ref: 'probe', args },
          privileges: { ...LEAST_PRIVILEGES, readOnlyRoot: false },
        },
        { signal },
      );
      ran(record);
      return record;
    };
    const written = await probe('write', FILE, 'x');
    const read = await probe('read', FILE);
    all.push({
      engine: runtime,
      isSeenInside: written.stdout.includes('written'),
      isSeenByHost: existsSync(FILE),
      isSeenBySecond: read.outcome.code === 0,
    });
  }
  return all;
}
