import type { ContenderResult, RatioResult } from '../../contract/index.js';
import type { BootstrapOptions } from '../statistics/bootstrap.js';
import { LEAST_FOR_INTERVAL, ratioOfMedians } from '../statistics/index.js';

/** How an experiment says that one has more of its measure than the other. */
export interface RatioWords {
  /** `starts`: "a starts 14x faster than b". */
  does: string;
  /** Of the one with the lower median: `faster`. */
  lower: string;
}

/** Every pair once, the lower median first in its sentence, and so every ratio at least 1. */
export function ratiosOf(
  contenders: readonly ContenderResult[],
  words: RatioWords,
  options: BootstrapOptions = {},
): RatioResult[] {
  const ascending = [...contenders].sort((one, other) => one.median - other.median);
  return ascending.flatMap((low, at) =>
    ascending.slice(at + 1).map((high) => ratioOf(high, low, words, options)),
  );
}

function ratioOf(
  high: ContenderResult,
  low: ContenderResult,
  words: RatioWords,
  options: BootstrapOptions,
): RatioResult {
  const { value, ci95 } = ratioOfMedians(high.raw, low.raw, options);
  const differs = ci95[0] > 1 || ci95[1] < 1;
  const runs = Math.min(high.n, low.n);
  const faster = `${low.runtime} ${words.does} ${short(value)}x ${words.lower} than ${high.runtime}`;
  const interval = `95 % interval ${short(ci95[0])} to ${short(ci95[1])}`;
  return {
    of: high.runtime,
    to: low.runtime,
    value,
    ci95,
    differs,
    sentence:
      runs < LEAST_FOR_INTERVAL
        ? `${faster} by the medians of ${String(runs)} ${runs === 1 ? 'run' : 'runs'}, too few for a 95 % interval`
        : differs
          ? `${faster}, ${interval}`
          : `No difference was found between ${low.runtime} and ${high.runtime}: ratio ${short(value)}, ${interval}`,
  };
}

/** Three figures: 14.2, 1.04, 152. */
function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
