import { formatDuration } from '../../contract/index.js';
import type { HistoryEntry, HistoryPage, RecordedRange } from '../../contract/index.js';
import { formatBytes } from '../../contract/index.js';
import { printable } from '../streams.js';
import { oneLine } from './instances.js';
import { formatTable } from './table.js';

const UNKNOWN = '-';
const LONGEST_WORKLOAD = 48;
const LONGEST_NOTE = 40;
const LONGEST_RUNTIMES = 32;

/** A line an entry, the newest first; then how many there are besides. */
export function formatHistory({ entries, total }: HistoryPage): string {
  if (total === 0) return 'Nothing was recorded that fits.\n';
  const header = ['ID', 'WHEN', 'WHAT', 'RUNTIME', 'WORKLOAD', 'OUTCOME', 'TIME', 'PEAK RSS'];
  header.push('TAGS', 'NOTE');
  const table = formatTable(header, entries.map(cells), new Set(['TIME', 'PEAK RSS']));
  const shown =
    entries.length === total
      ? ''
      : `\n${String(entries.length)} of ${String(total)}; more with --limit.\n`;
  return table + shown;
}

function cells(entry: HistoryEntry): string[] {
  const { id, atIso, durationMs, tags, note, isPinned } = entry;
  const peak = entry.kind === 'run' ? entry.peak?.rssBytes : undefined;
  return [
    id,
    `${atIso.slice(0, 19).replace('T', ' ')}Z`,
    entry.kind === 'experiment' ? entry.experiment : entry.kind,
    oneLine(runtimesOf(entry), LONGEST_RUNTIMES),
    oneLine(workloadOf(entry), LONGEST_WORKLOAD),
    outcomeOf(entry),
    durationMs === undefined ? UNKNOWN : formatDuration(durationMs),
    peak === undefined ? UNKNOWN : formatBytes(peak),
    oneLine([...(isPinned ? ['(pinned)'] : []), ...tags].join(' ') || UNKNOWN, LONGEST_NOTE),
    oneLine(note ?? UNKNOWN, LONGEST_NOTE),
  ];
}

/** With the guest's own code where it is not 0: `exited 2`. */
function outcomeOf(entry: HistoryEntry): string {
  const code = entry.kind === 'run' && entry.outcome === 'exited' ? (entry.exitCode ?? 0) : 0;
  return code === 0 ? entry.outcome : `${entry.outcome} ${String(code)}`;
}

function runtimesOf(entry: HistoryEntry): string {
  return 'runtimes' in entry ? entry.runtimes.join(', ') : (entry.runtime ?? UNKNOWN);
}

function workloadOf(entry: HistoryEntry): string {
  switch (entry.kind) {
    case 'run':
      return [entry.workload.ref, ...entry.workload.args].join(' ');
    case 'experiment':
      return entry.workload ?? UNKNOWN;
    case 'attempts':
      return `${entry.tried} attempts`;
    case 'recording':
      return entry.program ?? entry.name;
  }
}

/** What the user said about it, and when it was. */
export function formatEntry(entry: HistoryEntry): string {
  const { note, tags } = entry;
  return [
    `${entry.id}: ${entry.kind === 'experiment' ? entry.experiment : entry.kind}, ${entry.atIso}, ${entry.outcome}\n`,
    ...(tags.length === 0 ? [] : [`Tags: ${printable(tags.join(', '))}\n`]),
    ...(note === undefined ? [] : [`Note: ${printable(note)}\n`]),
    '\n',
  ].join('');
}

/** How much there is of a recording. Its numbers are for a chart, or for `--json`. */
export function formatRange({ samples, points, stepMs }: RecordedRange): string {
  if (samples !== undefined) return `${String(samples.length)} samples. --json prints them.\n`;
  if (points === undefined) return 'No sample is kept of it.\n';
  const step = formatDuration(stepMs ?? 0);
  return `${String(points.length)} steps of ${step}, each with its lowest, highest and mean. --json prints them.\n`;
}
