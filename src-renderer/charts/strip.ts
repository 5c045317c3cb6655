import type { ValueScale } from './value-scale.js';

export interface StripBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the dots of a strip stand; NaN where a value has no place on the scale. */
export interface StripPlaces {
  xs: Float64Array;
  ys: Float64Array;
  /** How many have none. */
  lost: number;
}

/** Along the strip by value, across it by run, the first at its top: a drift is seen as a slope. */
export function stripPlaces(
  values: readonly number[],
  scale: ValueScale,
  { left, top, width, height }: StripBox,
): StripPlaces {
  const xs = new Float64Array(values.length);
  const ys = new Float64Array(values.length);
  let lost = 0;
  values.forEach((value, at) => {
    xs[at] = left + scale.at(value) * width;
    ys[at] = top + ((at + 0.5) / values.length) * height;
    if (Number.isNaN(xs[at])) lost += 1;
  });
  return { xs, ys, lost };
}

/** Fewer are drawn larger. */
export function dotRadius(count: number): number {
  if (count <= 80) return 2.75;
  return count <= 600 ? 2 : 1.25;
}
