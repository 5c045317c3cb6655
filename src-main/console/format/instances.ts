import { ceilingOf, formatBytes, formatPercent } from '../../contract/index.js';
import type { Instance, MemoryDefinition } from '../../contract/index.js';
import { memoryNameOf } from '../ps/sort.js';
import type { Row } from '../ps/sort.js';
import { printable } from '../streams.js';
import { formatTable } from './table.js';

/** Names of others can be of any length. */
const LONGEST_NAME = 40;
const LONGEST_PROGRAM = 60;
const UNKNOWN = '-';

export interface TableOptions {
  /** What the memory column shows; undefined: the working set of containers, RSS of Wasm processes. */
  memory?: MemoryDefinition;
  cores: number;
  nowMs: number;
}

/** A header and a line an instance. CPU is shown twice: as percent of one core, and of the whole machine. */
export function formatInstances(rows: readonly Row[], options: TableOptions): string {
  const memory = options.memory?.label.toUpperCase() ?? memoryHeader(rows);
  const header = ['NAME', 'KIND', 'RUNTIME', 'STATE', 'UPTIME', 'CPU/CORE', 'CPU/HOST', memory];
  header.push('LIMIT', 'PIDS', 'NET RX/TX', 'DISK R/W', 'PROGRAM');
  const words = new Set(['NAME', 'KIND', 'RUNTIME', 'STATE', 'PROGRAM']);
  const right = new Set(header.filter((name) => !words.has(name)));
  return formatTable(
    header,
    rows.map((row) => cells(row, options)),
    right,
  );
}

/** Which definition it is, for the kinds that are there. */
function memoryHeader(rows: readonly Row[]): string {
  const kinds = new Set(rows.map(({ instance }) => instance.kind));
  if (kinds.size === 1) return kinds.has('wasm') ? 'RSS' : 'WORKING SET';
  return 'WORKING SET (WASM: RSS)';
}

function cells({ instance, sample }: Row, { memory, cores, nowMs }: TableOptions): string[] {
  const cpu = sample?.cpuPercent;
  const memoryName = memoryNameOf(instance, memory);
  return [
    oneLine(instance.name, LONGEST_NAME),
    instance.kind,
    oneLine(instance.runtime ?? instance.engine ?? UNKNOWN, LONGEST_NAME),
    instance.health === undefined ? instance.state : `${instance.state} (${instance.health})`,
    uptime(instance, nowMs),
    cpu === undefined ? UNKNOWN : formatPercent(cpu),
    cpu === undefined ? UNKNOWN : formatPercent(cpu / cores),
    bytes(sample?.memory[memoryName]),
    bytes(sample && ceilingOf(sample.memory, memoryName)),
    sample?.pids === undefined ? UNKNOWN : String(sample.pids),
    pair(sample?.rxBytes, sample?.txBytes),
    pair(sample?.readBytes, sample?.writtenBytes),
    oneLine(instance.program ?? UNKNOWN, LONGEST_PROGRAM),
  ];
}

/** What others named: never a control character, never a second line, never longer than its column. */
export function oneLine(text: string, longest: number): string {
  const line = printable(
    text
      .slice(0, longest * 2)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const characters = Array.from(line);
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}

function bytes(value: number | undefined): string {
  return value === undefined ? UNKNOWN : formatBytes(value);
}

function pair(one: number | undefined, other: number | undefined): string {
  return one === undefined && other === undefined ? UNKNOWN : `${bytes(one)} / ${bytes(other)}`;
}

/** `4 s`, `12 m`, `3 h`, `20 d`: the coarsest that says enough. */
function uptime({ state, startedAtIso }: Instance, nowMs: number): string {
  const startedAtMs = Date.parse(startedAtIso ?? '');
  if (Number.isNaN(startedAtMs) || !['running', 'paused'].includes(state)) return UNKNOWN;
  const seconds = Math.max(0, Math.floor((nowMs - startedAtMs) / 1000));
  if (seconds < 120) return `${String(seconds)} s`;
  if (seconds < 7200) return `${String(Math.floor(seconds / 60))} m`;
  if (seconds < 172_800) return `${String(Math.floor(seconds / 3600))} h`;
  return `${String(Math.floor(seconds / 86_400))} d`;
}
