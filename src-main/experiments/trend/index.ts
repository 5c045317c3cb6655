import type {
  ExperimentName,
  Trend,
  TrendContender,
  TrendMeasure,
  TrendPoint,
  TrendRecord,
} from '../../contract/index.js';
import { environmentChanges, versionChanges } from './changes.js';

export { sideBySide } from './side-by-side.js';

interface Asked {
  entry: { id: string; experiment: ExperimentName };
  plan: { runtimes: string[] };
  /** All that asked the same, the oldest first. */
  records: readonly TrendRecord[];
  left: number;
}

/**
 * What became of each contender of one experiment from one time to the next, and what had changed
 * around it. Those that have no contender in common with it are left out.
 */
export function trendOf({ entry, plan, records, left }: Asked): Trend {
  const asked = records.find(({ id }) => id === entry.id);
  const runtimes = asked?.contenders.map(({ runtime }) => runtime) ?? plan.runtimes;
  const versions = new Map<string, string>();
  const points: TrendPoint[] = [];
  let before: TrendRecord | undefined;
  for (const record of records) {
    const contenders = record.contenders.filter(({ runtime }) => runtimes.includes(runtime));
    if (contenders.length === 0) continue;
    const { id, atIso, outcome, environment } = record;
    const changes = [
      ...(before === undefined ? [] : environmentChanges(before.environment, environment)),
      ...versionChanges(versions, contenders),
    ];
    points.push({ id, atIso, outcome, contenders: inOrderOf(runtimes, contenders), changes });
    before = record;
  }
  const { experiment } = entry;
  return { experiment, runtimes, measures: measuresOf(asked, records), points, left };
}

function inOrderOf(
  runtimes: readonly string[],
  contenders: readonly TrendContender[],
): TrendContender[] {
  return [...contenders].sort(
    (one, other) => runtimes.indexOf(one.runtime) - runtimes.indexOf(other.runtime),
  );
}

/** Those of the one that was asked about first: others may have measured more. */
function measuresOf(
  asked: TrendRecord | undefined,
  records: readonly TrendRecord[],
): TrendMeasure[] {
  const all = [...(asked?.measures ?? []), ...records.flatMap(({ measures }) => measures)];
  return [...new Map(all.map((measure) => [measure.id, measure] as const)).values()];
}
