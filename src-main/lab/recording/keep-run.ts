import type { RunRecord } from '../../contract/index.js';
import { packSamples } from '../../store/index.js';
import type { LabStore } from './lab-store.js';

/** Has a run kept that no window heard of. Returns its id in the history; none where it is not recorded. */
export function keepRun(store: LabStore, record: RunRecord): string[] {
  const { samples, ...bare } = record;
  store.write({
    ...{ kind: 'run-ended', record: bare },
    ...(samples.length === 0 ? {} : { packed: packSamples(samples) }),
  });
  return store.isKept(record.id) ? [record.id] : [];
}
