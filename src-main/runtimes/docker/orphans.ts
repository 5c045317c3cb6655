import * as v from 'valibot';
import type { Engine } from './engine/engine.js';
import { OWNER_LABEL, RUN_LABEL } from './labels.js';
import { liveRuns } from './live-runs.js';
import { isOwnerAlive, thisOwner } from '../owner.js';
import { removeContainer } from './run/requests.js';

const ContainersSchema = v.array(
  v.object({ Id: v.string(), Labels: v.record(v.string(), v.string()) }),
);

/**
 * Removes the containers of labs that are gone (kill -9), and those that this lab lost with their
 * engine; never those of another living lab. Resolves to the ids removed. Rejects as the client does.
 */
export async function cleanUpOrphans(
  engine: Engine,
  isAlive: (owner: string) => boolean = isOwnerAlive,
): Promise<string[]> {
  const labelled = await engine.client.json({
    method: 'GET',
    path: '/containers/json',
    query: { all: true, filters: JSON.stringify({ label: [RUN_LABEL, OWNER_LABEL] }) },
    signal: AbortSignal.timeout(10_000),
  });
  const orphans = v.parse(ContainersSchema, labelled).filter(({ Labels }) => {
    const owner = Labels[OWNER_LABEL] ?? '';
    if (owner === thisOwner()) return !liveRuns.has(Labels[RUN_LABEL] ?? '');
    return !isAlive(owner);
  });
  const removed = await Promise.all(
    orphans.map(async ({ Id }) => ((await removeContainer(engine, Id)) ? Id : undefined)),
  );
  return removed.filter((id) => id !== undefined);
}
