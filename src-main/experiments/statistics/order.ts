/** Ascending, as numbers. An array of its own kind needs no function for it: several times as fast. */
export function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * Linear between the two nearest ranks: definition 7 of Hyndman and Fan (1996), which R, NumPy and spreadsheets use
 * unless told otherwise. Throws RangeError for no values: there is no median of nothing.
 */
export function quantile(values: readonly number[], share: number): number {
  return quantileOfSorted(sorted(values), share);
}

/** The same of values that are already ascending. */
export function quantileOfSorted(ascending: ArrayLike<number>, share: number): number {
  const position = (ascending.length - 1) * share;
  const [below, above] = [ascending[Math.floor(position)], ascending[Math.ceil(position)]];
  if (below === undefined || above === undefined) throw new RangeError('no values');
  return below + (above - below) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Values and how often each is there. */
export interface Counted {
  values: Float64Array;
  counts: ArrayLike<number>;
}

/** As `quantileOfSorted` of all of them, none written out. Throws RangeError for no values. */
export function quantileOfCounted({ values, counts }: Counted, share: number): number {
  const order = Array.from(values.keys()).sort((one, other) => at(values, one) - at(values, other));
  const all = order.reduce((sum, place) => sum + at(counts, place), 0);
  if (all === 0) throw new RangeError('no values');
  const position = (all - 1) * share;
  const ranks = [Math.floor(position), Math.ceil(position)];
  const [below = 0, above = 0] = ranks.map((rank) => atRank(values, counts, order, rank));
  return below + (above - below) * (position - Math.floor(position));
}

function atRank(
  values: Float64Array,
  counts: ArrayLike<number>,
  order: readonly number[],
  rank: number,
): number {
  let passed = 0;
  for (const place of order) {
    passed += at(counts, place);
    if (passed > rank) return at(values, place);
  }
  throw new RangeError('no such rank');
}

function at(values: ArrayLike<number>, place: number): number {
  return values[place] ?? Number.NaN;
}
