import { locale } from '../i18n/index.js';
import type { Tick } from './ticks.js';
import type { ValueScale } from './value-scale.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ABOUT_TICKS = 6;
const ROOM = 0.04;
const LEAST_SPAN = HOUR;
const SHORT_STEPS = [1, 5, 10, 30, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);
const DAY_STEPS = [1, 2, 5, 7, 14, 30, 91, 182, 365, 730, 1825];

/** Of moments in milliseconds since 1970; its ticks are days, or times of one, as the clock here counts them. */
export function timeScale(fromMs: number, toMs: number): ValueScale | undefined {
  if (!Number.isFinite(fromMs) || !Number.isFinite(toMs)) return undefined;
  const span = Math.max(toMs - fromMs, LEAST_SPAN);
  const middle = (fromMs + toMs) / 2;
  const [min, max] = [middle - span * (0.5 + ROOM), middle + span * (0.5 + ROOM)];
  return {
    ...{ isLog: false, min, max, ticks: ticksBetween(min, max) },
    at: (value) => (value - min) / (max - min),
    valueAt: (share) => min + share * (max - min),
  };
}

function ticksBetween(min: number, max: number): Tick[] {
  const about = (max - min) / ABOUT_TICKS;
  const short = SHORT_STEPS.find((step) => step >= about);
  return short === undefined ? days(min, max, about / DAY) : times(min, max, short);
}

function times(min: number, max: number, step: number): Tick[] {
  const begin = new Date(min);
  begin.setHours(0, 0, 0, 0);
  const look = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const ticks: Tick[] = [];
  for (let value = begin.getTime(); value <= max; value += step) {
    const date = new Date(value);
    const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
    const label = isMidnight ? dayText(date) : date.toLocaleTimeString(locale(), look);
    if (value >= min) ticks.push({ value, label });
  }
  return ticks;
}

/** By the calendar: a day is not always as long as another. */
function days(min: number, max: number, about: number): Tick[] {
  const step = DAY_STEPS.find((one) => one >= about) ?? Math.ceil(about);
  const day = new Date(min);
  day.setHours(0, 0, 0, 0);
  const ticks: Tick[] = [];
  for (; day.getTime() <= max; day.setDate(day.getDate() + step)) {
    if (day.getTime() >= min) ticks.push({ value: day.getTime(), label: dayText(day, step > 180) });
    else if (step > 1) day.setDate(day.getDate() + 1 - step);
  }
  return ticks;
}

function dayText(date: Date, isFar = false): string {
  const look = isFar
    ? ({ month: 'short', year: 'numeric' } as const)
    : ({ day: 'numeric', month: 'short' } as const);
  return date.toLocaleDateString(locale(), look);
}
