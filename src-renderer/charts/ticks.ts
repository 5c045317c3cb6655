import { withMark } from '../text/format.js';

export interface Tick {
  value: number;
  label: string;
}

const KIB = 1024;
const BYTE_UNITS = [
  { name: 'B', bytes: 1 },
  { name: 'KiB', bytes: KIB },
  { name: 'MiB', bytes: KIB ** 2 },
  { name: 'GiB', bytes: KIB ** 3 },
  { name: 'TiB', bytes: KIB ** 4 },
] as const;

/** Steps of a power of two, so that 32, 64 and 128 MiB stand on the axis; zero is left bare. */
export function byteTicks(maxBytes: number, about = 4): Tick[] {
  const step = 2 ** Math.ceil(Math.log2(Math.max(1, maxBytes / about)));
  const unit = [...BYTE_UNITS].reverse().find(({ bytes }) => step >= bytes) ?? BYTE_UNITS[0];
  return multiples(step, maxBytes).map((value) => ({
    value,
    label: withMark(`${String(value / unit.bytes)} ${unit.name}`),
  }));
}

/** `256 KiB`, `1.25 MiB`, `-16 MiB`: in the largest unit in which two decimals say it all. */
export function byteTickText(bytes: number): string {
  const isExact = (unit: number): boolean =>
    Math.abs(bytes) >= unit && Number.isInteger((bytes / unit) * 100);
  const unit = [...BYTE_UNITS].reverse().find((one) => isExact(one.bytes)) ?? BYTE_UNITS[0];
  return `${String(bytes / unit.bytes)} ${unit.name}`;
}

/** Percent of one core: 50 and 100 for one, rounder steps for more. */
export function percentTicks(maxPercent: number, about = 3): Tick[] {
  const step = decimalStep(Math.max(maxPercent, 1) / about, [1, 2, 2.5, 5, 10]);
  return multiples(step, maxPercent).map((value) => ({
    value,
    label: withMark(`${String(value)} %`),
  }));
}

/** Where the axis of a load ends: steps wide enough that it seldom moves, at least a tenth of a core. */
export function percentSpan(highest: number): number {
  return Math.max(10, decimalStep(highest / 1.08, [1, 2, 5, 10])) * 1.1;
}

/** All labels in one unit: milliseconds below a second, minutes from three on. */
export function timeTicks(fromMs: number, toMs: number, about = 8): Tick[] {
  const { unit, ms } =
    toMs < 1000
      ? { unit: 'ms', ms: 1 }
      : toMs < 180_000
        ? { unit: 's', ms: 1000 }
        : { unit: 'min', ms: 60_000 };
  const step = decimalStep((toMs - fromMs) / ms / about, [1, 2, 5, 10]) * ms;
  const ticks: Tick[] = [];
  for (let nth = Math.ceil(fromMs / step - 0.0001); nth * step <= toMs + step * 0.0001; nth += 1) {
    const value = nth * step;
    ticks.push({ value, label: withMark(`${String(Number((value / ms).toFixed(5)))} ${unit}`) });
  }
  return ticks;
}

/** Where the axis of a growing run ends: a little ahead, in steps, so that it does not creep. */
export function growingSpan(lastMs: number): number {
  return Math.max(1000, decimalStep(lastMs * 1.04, [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]));
}

function multiples(step: number, max: number): number[] {
  const values: number[] = [];
  for (let nth = 1; nth * step <= max * 1.0001; nth += 1) values.push(nth * step);
  return values;
}

/** The smallest mantissa of the list, times a power of ten, that is at least `value`. */
function decimalStep(value: number, mantissas: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
  const mantissa = mantissas.find((candidate) => candidate * power >= value * 0.9999) ?? 10;
  return mantissa * power;
}
