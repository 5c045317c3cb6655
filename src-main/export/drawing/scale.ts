export interface Range {
  low: number;
  high: number;
}

/** What all of them lie in; never empty, so that it can be divided by. */
export function rangeOf(values: Iterable<number>, { fromZero = false } = {}): Range {
  let low = fromZero ? 0 : Infinity;
  let high = fromZero ? 0 : -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low <= high)) return { low: 0, high: 1 };
  return low === high
    ? { low: Math.min(0, low), high: high === 0 ? 1 : Math.max(0, high) }
    : { low, high };
}

/** From a value to a place. */
export function scale({ low, high }: Range, from: number, to: number): (value: number) => number {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** Round values of the range, about as many as asked for; of bytes they are round in powers of two. */
export function ticksOf({ low, high }: Range, about: number, unit: string): number[] {
  const rough = (high - low) / about;
  const step = unit === 'B' ? 2 ** Math.ceil(Math.log2(rough)) : roundStep(rough);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * step);
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  return factor * power;
}
