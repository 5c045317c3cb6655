import { t } from '../i18n/index.js';
import { withMark } from '../text/format.js';
import type { Tick } from './ticks.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12, 24].map((hours) => hours * HOUR),
];

const two = (value: number): string => String(value).padStart(2, '0');

/** `14:02:31`: the wall clock here, of a moment on the axis whose zero is `epochMs`. */
export function clockText(epochMs: number, tMs: number): string {
  const at = new Date(epochMs + tMs);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** `now`, `−30 s`, `−2 min`, `−1.5 h`. */
export function agoText(ms: number): string {
  if (ms < 500) return t('now');
  if (ms < 2 * MINUTE) return `−${String(Math.round(ms / SECOND))} s`;
  if (ms < 2 * HOUR) return withMark(`−${String(Number((ms / MINUTE).toFixed(1)))} min`);
  return withMark(`−${String(Number((ms / HOUR).toFixed(1)))} h`);
}

/**
 * About `about` marks between two moments: on full seconds, minutes or hours of the wall clock where
 * it is known, else counted back from the end.
 */
export function clockTicks(
  fromMs: number,
  toMs: number,
  epochMs: number | undefined,
  about = 5,
): Tick[] {
  const step = STEPS.find((one) => (toMs - fromMs) / one <= about) ?? 24 * HOUR;
  if (epochMs === undefined) {
    return stepsBack(fromMs, toMs, step).map((value) => ({ value, label: agoText(toMs - value) }));
  }
  // Days and hours begin where the clock here says, not where UTC does.
  const offset = new Date(epochMs + toMs).getTimezoneOffset() * MINUTE;
  const last = Math.floor((epochMs + toMs - offset) / step) * step + offset - epochMs;
  return stepsBack(fromMs, last, step).map((value) => ({
    value,
    label: clockText(epochMs, value).slice(0, step < MINUTE ? 8 : 5),
  }));
}

function stepsBack(fromMs: number, lastMs: number, step: number): number[] {
  const values: number[] = [];
  for (let at = lastMs; at >= fromMs; at -= step) values.unshift(at);
  return values;
}
