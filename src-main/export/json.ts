import type { Recorded } from '../contract/index.js';
import type { Origin } from './bundle/format.js';
import { exchangedOf } from './exchanged.js';

/** Every value that was recorded, in one document. */
export function jsonOf(recorded: readonly Recorded[], origin: Origin): string {
  const entries = recorded.map(exchangedOf);
  const document = {
    ...{ format: 'paralelo-export', version: 1, ...origin },
    runs: entries
      .filter((entry) => entry.kind === 'run')
      .map(({ kind, note, tags, record }) => ({ kind, note, tags, ...record })),
    experiments: entries.filter((entry) => entry.kind === 'experiment'),
    attempts: entries.filter((entry) => entry.kind === 'attempts'),
    recordings: entries.filter((entry) => entry.kind === 'recording'),
  };
  return `${JSON.stringify(document)}\n`;
}
