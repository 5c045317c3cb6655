import { powersOfTwo, roundValues } from './log-values.js';
import type { Tick } from './ticks.js';

/** From values to shares of an axis: 0 at its beginning, 1 at its end. */
export interface ValueScale {
  isLog: boolean;
  min: number;
  max: number;
  ticks: Tick[];
  /** NaN for what has no place: nothing at or below zero has one on a logarithmic axis. */
  at(value: number): number;
  /** The other way: the value at a share of the axis. */
  valueAt(share: number): number;
}

/** The axis begins at zero where values come this near to it. */
const NEAR_ZERO = 0.4;
const ROOM = 0.04;
const ABOUT_TICKS = 6;

export interface ScaleLook {
  isLog: boolean;
  /** Steps of powers of two, as one counts bytes. */
  isBinary?: boolean;
  /** Writes a tick. */
  format: (value: number) => string;
}

/** Undefined where there is nothing to show. */
export function valueScale(low: number, high: number, look: ScaleLook): ValueScale | undefined {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  if (!look.isLog) return linearScale(low, high, look);
  return high > 0 ? logScale(low > 0 ? low : high / 1000, high, look) : undefined;
}

function linearScale(low: number, high: number, { isBinary, format }: ScaleLook): ValueScale {
  const span = high > low ? high - low : Math.abs(high) * 0.1 || 1;
  const isNearZero = low >= 0 && low < NEAR_ZERO * high;
  const min = isNearZero ? 0 : low - span * ROOM;
  const max = high + span * ROOM;
  const about = (max - min) / ABOUT_TICKS;
  const step = isBinary === true ? 2 ** Math.ceil(Math.log2(about)) : roundStep(about);
  const ticks: Tick[] = [];
  for (let nth = Math.ceil(min / step); nth * step <= max; nth += 1) {
    const value = Number((nth * step).toPrecision(12));
    ticks.push({ value, label: format(value) });
  }
  return {
    isLog: false,
    min,
    max,
    ticks,
    at: (value) => (value - min) / (max - min),
    valueAt: (share) => min + share * (max - min),
  };
}

function logScale(low: number, high: number, look: ScaleLook): ValueScale {
  const room = Math.max(1.04, (high / low) ** ROOM);
  const [min, max] = [low / room, high * room];
  const decades = Math.log10(max / min);
  const values = look.isBinary === true ? powersOfTwo(min, max) : roundValues(min, max);
  const ticks = values.map((value) => ({ value, label: look.format(value) }));
  const few = ticks.length >= 2 ? ticks : linearScale(min, max, look).ticks;
  return {
    isLog: true,
    min,
    max,
    ticks: few.filter(({ value }) => value >= min && value <= max),
    at: (value) => (value > 0 ? Math.log10(value / min) / decades : Number.NaN),
    valueAt: (share) => min * 10 ** (share * decades),
  };
}

/** The lowest and the highest of many values; infinite where there are none. */
export function extent(lists: readonly (readonly number[])[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of lists) {
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}

function roundStep(about: number): number {
  const power = 10 ** Math.floor(Math.log10(about));
  return ([1, 2, 5].find((mantissa) => mantissa * power >= about * 0.9999) ?? 10) * power;
}
