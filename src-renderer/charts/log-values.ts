/** Up to so many powers of ten, 2 and 5 stand between them. */
const FEW_DECADES = 2.2;
const MOST_POWERS = 9;
/** Every power of two, every second, every fifth; then 1 KiB, 1 MiB, 1 GiB. */
const STEPS = [1, 2, 5, 10];

/** What stands on a logarithmic axis from `min` to `max`: powers of ten, and 2 and 5 times them where these are few. */
export function roundValues(min: number, max: number): number[] {
  const mantissas = Math.log10(max / min) <= FEW_DECADES ? [1, 2, 5] : [1];
  const values: number[] = [];
  for (let power = Math.floor(Math.log10(min)); 10 ** power <= max; power += 1) {
    values.push(...mantissas.map((mantissa) => Number((mantissa * 10 ** power).toPrecision(12))));
  }
  return within(values, min, max);
}

/** The same for bytes. */
export function powersOfTwo(min: number, max: number): number[] {
  const [low, high] = [Math.log2(min), Math.log2(max)];
  const step = STEPS.find((one) => (high - low) / one <= MOST_POWERS) ?? 10;
  const values: number[] = [];
  for (let power = Math.floor(low / step) * step; power <= high; power += step) {
    values.push(2 ** power);
  }
  return within(values, min, max);
}

function within(values: readonly number[], min: number, max: number): number[] {
  return values.filter((value) => value >= min && value <= max);
}
