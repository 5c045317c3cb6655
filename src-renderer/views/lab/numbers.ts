import type { MemoryName, RuntimeKind } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import type { Lane } from '../../state/lane.svelte.js';
import { formatBytes, formatDuration, formatMoment, formatPercent } from '../../text/format.js';

export interface NumberCell {
  label: string;
  value: string;
  /** Which moment the value is of: `now`, `peak`. */
  of: string;
}

const SHOWN: Record<RuntimeKind, readonly [MemoryName, Words][]> = {
  container: [
    ['workingSetBytes', 'Working set'],
    ['rssBytes', 'RSS'],
  ],
  wasm: [
    ['linearBytes', 'Linear memory'],
    ['rssBytes', 'RSS'],
  ],
};
const ABSENT = '–';

/** The four numbers of a lane: at the crosshair; else now while it runs, and its peaks afterwards. */
export function laneNumbers(lane: Lane, cursorMs: number | undefined): NumberCell[] {
  const memory = SHOWN[lane.status.kind].map(([name, label]): NumberCell => {
    const bytes = memoryOf(lane, name, cursorMs);
    return {
      label: t(label),
      value: bytes === undefined ? ABSENT : formatBytes(bytes),
      of: cursorMs === undefined ? (lane.isOver ? t('peak') : t('now')) : '',
    };
  });
  return [...memory, cpuCell(lane, cursorMs), timeCell(lane, cursorMs)];
}

function memoryOf(lane: Lane, name: MemoryName, cursorMs: number | undefined): number | undefined {
  if (cursorMs !== undefined) return lane.series.at(name, cursorMs);
  if (lane.isOver) return lane.status.peak?.[name] ?? lane.series.highest(name);
  return lane.series.latest?.memory[name];
}

function cpuCell(lane: Lane, cursorMs: number | undefined): NumberCell {
  if (cursorMs === undefined && lane.isOver) {
    const total = lane.series.latest?.cpuTimeMs;
    const value = total === undefined ? ABSENT : formatDuration(total);
    return { label: t('CPU time'), value, of: t('in all') };
  }
  const percent =
    cursorMs === undefined
      ? lane.series.latest?.cpuPercent
      : lane.series.at('cpuPercent', cursorMs);
  return {
    label: t('CPU'),
    value: percent === undefined ? ABSENT : formatPercent(percent),
    of: cursorMs === undefined ? t('now') : '',
  };
}

function timeCell(lane: Lane, cursorMs: number | undefined): NumberCell {
  if (cursorMs !== undefined) return { label: t('At'), value: formatMoment(cursorMs), of: '' };
  if (lane.isOver) {
    const failed = lane.status.outcome?.kind === 'failed-to-start';
    const ms = failed ? undefined : lane.status.durationMs;
    return { label: t('Lasted'), value: ms === undefined ? ABSENT : formatDuration(ms), of: '' };
  }
  const last = lane.series.lastMs;
  return { label: t('Elapsed'), value: last === undefined ? ABSENT : formatMoment(last), of: '' };
}
