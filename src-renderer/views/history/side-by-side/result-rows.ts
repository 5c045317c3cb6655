import type { RecordedExperiment, TrendMeasure } from '../../../../src-main/contract/index.js';
import { measureRows } from '../../experiments/contenders.js';
import type { Look, MeasureRow } from '../../experiments/contenders.js';

/** One of several results, by the letter that stands for it. */
export interface Lettered {
  letter: string;
  recorded: RecordedExperiment;
}

export function lettered(all: readonly RecordedExperiment[]): Lettered[] {
  return all.map((recorded, at) => ({ letter: String.fromCharCode(65 + at), recorded }));
}

/** Every runtime that any of them has, in the order in which they are met. */
export function runtimesIn(all: readonly Lettered[]): string[] {
  const met = all.flatMap(({ recorded }) =>
    (recorded.result?.contenders ?? []).map(({ runtime }) => runtime),
  );
  return [...new Set(met)];
}

/** The same contender in each result, one below the other: `A v8`, `B v8`. */
export function resultRows(
  all: readonly Lettered[],
  measure: TrendMeasure | undefined,
  looks: ReadonlyMap<string, Look>,
): MeasureRow[] {
  return runtimesIn(all).flatMap((wanted) =>
    all.flatMap(({ letter, recorded }) => {
      if (recorded.result === undefined) return [];
      return measureRows(recorded.result, measure?.id, looks, false)
        .filter(({ contender }) => contender.runtime === wanted)
        .map((row) => ({
          ...row,
          key: `${letter} ${row.key}`,
          contender: { ...row.contender, runtime: `${letter} ${wanted}` },
        }));
    }),
  );
}
