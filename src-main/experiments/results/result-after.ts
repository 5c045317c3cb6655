import type { ContenderResult, ExperimentResult, Measure } from '../../contract/index.js';
import { figuresOf } from './figures.js';
import { ratiosOf } from './ratios.js';
import { summarise } from './summary.js';

/** For all intervals of one look together: a look in passing takes the same time, however many there are. */
const RESAMPLES_OF_MEASURES = 200_000;
const RESAMPLES_OF_RATIOS = 100_000;
const MOST_RESAMPLES = 10_000;
const LEAST_RESAMPLES = 400;
/** What the experiment calls it is not recorded but in its sentences. */
const WORDS = { does: 'came out', lower: 'lower' };

/**
 * A recorded result as it stood when each contender had so many values, in the order of the contenders. Curves,
 * tables and findings are of all runs together: they come at its end.
 */
export function resultAfter(result: ExperimentResult, counts: readonly number[]): ExperimentResult {
  const all = result.contenders.reduce((sum, { measures }) => sum + measures.length, 0);
  const resamples = share(RESAMPLES_OF_MEASURES, all);
  const contenders = result.contenders.flatMap((contender, at) =>
    contenderAfter(contender, counts[at] ?? 0, result.plan.warmUps, resamples),
  );
  const pairs = (contenders.length * (contenders.length - 1)) / 2;
  return {
    ...result,
    contenders,
    ratios: ratiosOf(contenders, WORDS, { resamples: share(RESAMPLES_OF_RATIOS, pairs) }),
    ...{ dropped: [], curves: [], tables: [], findings: [], isPartial: true },
  };
}

function share(all: number, parts: number): number {
  const each = Math.floor(all / Math.max(1, parts));
  return Math.min(MOST_RESAMPLES, Math.max(LEAST_RESAMPLES, each));
}

/** None before its first value. */
function contenderAfter(
  contender: ContenderResult,
  count: number,
  warmUps: number,
  resamples: number,
): ContenderResult[] {
  const measures = contender.measures.flatMap((measure): Measure[] => {
    // A run that could not tell a measure is not known by its place: by as many as there are in all.
    const kept = Math.round((measure.raw.length * count) / contender.raw.length);
    const raw = measure.raw.slice(0, Math.min(kept, measure.raw.length));
    if (raw.length === 0) return [];
    const { id, title, unit } = measure;
    return [{ id, title, unit, raw, ...summarise(raw, { resamples }) }];
  });
  const [first] = measures;
  if (first === undefined) return [];
  const failures = contender.failures.filter(({ run }) => run <= warmUps + count);
  const order = contender.order?.slice(0, first.raw.length);
  return [
    {
      ...contender,
      ...figuresOf(first),
      ...(order === undefined ? {} : { order }),
      measures,
      failures,
    },
  ];
}
