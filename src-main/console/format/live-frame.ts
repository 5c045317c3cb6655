import { formatBytes, formatPercent } from '../../contract/index.js';
import type { HostSample, InstanceOrigin } from '../../contract/index.js';
import { printable } from '../streams.js';
import { oneLine } from './instances.js';

export interface Frame {
  table: string;
  counts: { all: number; running: number };
  host: HostSample | undefined;
  problems: readonly InstanceOrigin[];
  sortedBy: string;
  cores: number;
  /** The first line of the table to show. */
  scroll: number;
  columns: number;
  rows: number;
}

const KEYS = 'q quit  c CPU  m memory  n name  p pids  u uptime  k kind  s state  r reverse  a all';

/** The lines of one screen, none wider than it. What does not fit is left out and said so. */
export function frameLines(frame: Frame): string[] {
  const { columns, rows } = frame;
  const [header = '', ...body] = frame.table.trimEnd().split('\n');
  const above = [hostLine(frame), countsLine(frame), ''];
  const below = [...frame.problems.map(problemLine), KEYS];
  const room = Math.max(1, rows - above.length - below.length - 1);
  const first = Math.min(frame.scroll, Math.max(0, body.length - room));
  const shown = body.slice(first, first + room);
  if (body.length > room) {
    above[2] = `${String(first + 1)} to ${String(first + shown.length)} of ${String(body.length)}: arrows and page keys move`;
  }
  const gap = Array<string>(room - shown.length).fill('');
  return [...above, header, ...shown, ...gap, ...below]
    .slice(0, rows)
    .map((line) => Array.from(line).slice(0, columns).join(''));
}

function hostLine({ host, cores }: Frame): string {
  if (host === undefined) return 'This machine is being read.';
  const { cpuPercent, load, memoryUsedBytes, memoryTotalBytes, ownCpuPercent, ownRssBytes } = host;
  const shares =
    load === undefined
      ? ''
      : `: containers ${formatPercent(load.containersPercent)}, Wasm ${formatPercent(load.wasmPercent)}, rest ${formatPercent(load.restPercent)}`;
  const parts = [
    cpuPercent === undefined
      ? undefined
      : `CPU ${formatPercent(cpuPercent)} of ${String(cores)} cores${shares}`,
    memoryUsedBytes === undefined
      ? undefined
      : `memory ${formatBytes(memoryUsedBytes)} of ${formatBytes(memoryTotalBytes)}`,
    ownCpuPercent === undefined || ownRssBytes === undefined
      ? undefined
      : `Paralelo itself ${formatPercent(ownCpuPercent)} of a core, ${formatBytes(ownRssBytes)}`,
  ];
  return parts.filter((part) => part !== undefined).join('   ');
}

function countsLine({ counts, sortedBy }: Frame): string {
  return `${String(counts.running)} running of ${String(counts.all)}, sorted by ${sortedBy}`;
}

function problemLine({ name, problem }: InstanceOrigin): string {
  return printable(`! ${oneLine(name, 40)}: ${oneLine(problem?.message ?? '', 200)}`);
}
