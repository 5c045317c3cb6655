import type {
  ExperimentName,
  ExperimentResult,
  ExperimentStatus,
} from '../../../src-main/contract/index.js';
import { byteTickText } from '../../charts/ticks.js';
import { said, t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import { formatBytes, formatDuration, withMark } from '../../text/format.js';

export const EXPERIMENT_TITLES: Record<ExperimentName, Words> = {
  startup: 'Startup',
  memory: 'Memory',
  speed: 'Speed',
  density: 'Density',
  portability: 'Portability',
  limits: 'Limits',
};

/** Three figures: `0.413`, `14.2`, `1 204`. */
export function short(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) < 100) return withMark(value.toPrecision(3));
  return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** With its unit, as one reads it. */
export function valueText(value: number, unit: string): string {
  if (isBytes(unit)) return formatBytes(value);
  return unit === '' ? short(value) : `${short(value)} ${said(unit)}`;
}

/** Where the unit stands elsewhere: bytes say theirs themselves. */
export function bareText(value: number, unit: string): string {
  return isBytes(unit) ? formatBytes(value) : short(value);
}

/** How an axis of this unit is divided and written: without trailing zeros, bytes in powers of two. */
export function axisLook(unit: string): { isBinary: boolean; format: (value: number) => string } {
  const isBinary = isBytes(unit);
  return {
    isBinary,
    format: (value) =>
      withMark(isBinary ? byteTickText(value) : String(Number(value.toPrecision(6)))),
  };
}

/** The ticks of bytes say their unit themselves. */
export function axisTitleOf(title: string, unit: string): string {
  return unit === '' || isBytes(unit) ? title : `${title}, ${said(unit)}`;
}

/** `41 ns`, `1.2 µs`, `3.4 ms`: a time of which nobody knows beforehand how short it is. */
export function fineTime(ms: number): string {
  if (ms < 0.001) return `${short(ms * 1e6)} ns`;
  return ms < 1 ? `${short(ms * 1000)} µs` : `${short(ms)} ms`;
}

function isBytes(unit: string): boolean {
  return unit === 'B' || unit === 'bytes';
}

/** `13.1 – 15.2`: the unit stands elsewhere. */
export function intervalText([low, high]: readonly [number, number], unit: string): string {
  return `${bareText(low, unit)} – ${bareText(high, unit)}`;
}

/** `13.1 – 15.2 ms`: where nothing else says the unit. */
export function intervalWithUnit(interval: readonly [number, number], unit: string): string {
  const text = intervalText(interval, unit);
  return unit === '' || isBytes(unit) ? text : `${text} ${said(unit)}`;
}

/** `14.2 ms (13.1 – 15.2)`: what is copied of a median that stands beside its interval. */
export function withInterval(text: string, ci95: readonly [number, number], unit: string): string {
  return `${text} (${intervalText(ci95, unit)})`;
}

/** How an experiment came out, or how far it is, in a few words. */
export function stateText(
  { state, done, total, remainingMs, problem }: ExperimentStatus,
  result?: ExperimentResult,
): string {
  if (problem !== undefined) return t('could not begin');
  if (state === 'waiting') return t('waits for the one before it');
  if (state === 'ended') return endText(done, total, result?.isPartial === true);
  const far = total === 0 ? t('begins') : t('{{done}} of at most {{total}}', { done, total });
  if (state === 'paused') return t('paused at {{far}}', { far });
  return remainingMs === undefined
    ? far
    : t('{{far}}, {{time}} left', { far, time: formatDuration(remainingMs) });
}

function endText(done: number, total: number, isPartial: boolean): string {
  if (done === 0) return t('stopped before its first run');
  if (done < total) {
    return isPartial
      ? t('stopped, {{done}} of at most {{total}} runs', { done, total })
      : t('ended, {{done}} of at most {{total}} runs', { done, total });
  }
  return isPartial
    ? t('stopped, {{count}} run', { count: done })
    : t('ended, {{count}} run', { count: done });
}
