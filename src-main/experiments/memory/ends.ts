import { formatBytes } from '../../contract/index.js';
import type { ResultTable } from '../../contract/index.js';
import { median } from '../statistics/index.js';
import type { Growth } from './growth.js';

export interface Ends {
  runtime: string;
  growths: readonly Growth[];
}

interface Asked {
  limitBytes?: number;
}

const SAID: Record<Growth['end'], string> = {
  reached: 'had all it asked for',
  'memory-refused': 'was refused more and ended by itself',
  'oom-killed': 'was killed by the kernel: it did not survive',
};
const KINDS = Object.keys(SAID) as Growth['end'][];

/** How far each came and who stopped it; a row for each way of ending. */
export function endsTable(all: readonly Ends[], { limitBytes }: Asked): ResultTable {
  return {
    id: 'ends',
    title: 'How it ended',
    columns: [
      { id: 'end', title: 'Ended' },
      { id: 'runs', title: 'Runs' },
      { id: 'held', title: 'The guest held', unit: 'B' },
      { id: 'limit', title: 'Limit', unit: 'B' },
      { id: 'survived', title: 'Survived' },
      { id: 'by', title: 'Held by' },
    ],
    rows: all.flatMap(({ runtime, growths }) =>
      byEnd(growths).map(({ end, own }) => ({
        runtime,
        cells: {
          end,
          runs: own.length,
          held: heldBytes(own),
          survived: end === 'oom-killed' ? 'no' : 'yes',
          ...(limitBytes === undefined ? {} : { limit: limitBytes, by: enforcerOf(own) }),
        },
      })),
    ),
  };
}

/** A sentence for each way in which runs of a contender ended. */
export function endSentences(all: readonly Ends[], { limitBytes }: Asked): string[] {
  return all.flatMap(({ runtime, growths }) =>
    byEnd(growths).map(({ end, own }) => {
      const limit =
        limitBytes === undefined ? 'no limit was set' : `the limit was ${formatBytes(limitBytes)}`;
      const by = limitBytes === undefined ? '' : `, held by ${enforcerOf(own)}`;
      const runs = `${String(own.length)} of ${String(growths.length)} runs`;
      return `${runtime} ${SAID[end]}, at ${formatBytes(heldBytes(own))}: ${limit}${by} (${runs}).`;
    }),
  );
}

function byEnd(growths: readonly Growth[]): { end: Growth['end']; own: Growth[] }[] {
  return KINDS.flatMap((end) => {
    const own = growths.filter((growth) => growth.end === end);
    return own.length === 0 ? [] : { end, own };
  });
}

function heldBytes(growths: readonly Growth[]): number {
  return median(growths.map((growth) => growth.heldBytes));
}

function enforcerOf(growths: readonly Growth[]): string {
  return growths.find(({ enforcer }) => enforcer !== undefined)?.enforcer ?? 'nobody';
}
