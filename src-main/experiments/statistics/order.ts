/** Ascending, as numbers. */
export function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
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
