/** An estimate with its bootstrap 95 % interval. */
export interface Estimate {
  value: number;
  ci95: [number, number];
}

const RESAMPLES = 10_000;
/** Fixed, so that the same raw values always give the same interval. */
const SEED = 0x5eed;

/** Linear between the two nearest ranks. Throws for no values: there is no median of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
  if (below === undefined || above === undefined) throw new RangeError('no values');
  return below + (above - below) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function medianWithInterval(values: readonly number[]): Estimate {
  const random = randomSource(SEED);
  return estimate(median(values), () => median(resample(values, random)));
}

/** The ratio of the medians, with the percentile interval of resampling both sides. */
export function ratioOfMedians(above: readonly number[], below: readonly number[]): Estimate {
  const random = randomSource(SEED);
  return estimate(
    median(above) / median(below),
    () => median(resample(above, random)) / median(resample(below, random)),
  );
}

function estimate(value: number, drawAgain: () => number): Estimate {
  const draws = Array.from({ length: RESAMPLES }, drawAgain);
  return { value, ci95: [quantile(draws, 0.025), quantile(draws, 0.975)] };
}

function resample(values: readonly number[], random: () => number): number[] {
  return values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN);
}

/** Mulberry32: 32 bits of state, enough for resampling. */
function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
