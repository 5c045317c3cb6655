import { MEMORY_DEFINITIONS, formatBytes, formatDuration } from '../../contract/index.js';
import type { RecordedRun, RunRecord } from '../../contract/index.js';
import { describeMachine } from '../text/machine.js';
import { list, section, table } from './blocks.js';
import type { Block, Span } from './blocks.js';
import { pictures } from './pictures.js';

export function runBlocks(runs: readonly RecordedRun[]): Block[] {
  const records = runs.map(({ record }) => record);
  return [...section('Runs', overview(records)), ...picturesOf(records), ...runs.flatMap(oneRun)];
}

function overview(records: readonly RunRecord[]): Block[] {
  const definitions = MEMORY_DEFINITIONS.filter(({ name }) =>
    records.some(({ peak }) => peak[name] !== undefined),
  );
  const peaks = definitions.map(({ label }) => `Peak ${label}`);
  return table(
    ['Run', 'Runtime', 'Program', 'Outcome', 'Duration', ...peaks],
    records.map(({ id, runtime, workload, outcome, durationMs, peak }): Span[] => [
      { code: id },
      { code: runtime },
      { code: [workload.ref, ...workload.args].join(' ') },
      outcome.reason,
      formatDuration(durationMs),
      ...definitions.map(({ name }) => bytes(peak[name])),
    ]),
  );
}

/** All runs from the same zero. */
function picturesOf(records: readonly RunRecord[]): Block[] {
  const followed = records.map(({ id, runtime, samples }) => ({
    label: `${runtime} (${id})`,
    readings: samples.map((mean) => ({ xMs: mean.tMs, mean })),
  }));
  return pictures(followed, {
    xTitle: 'Since the request',
    leftOut: (shown, left) =>
      `The pictures show the first ${shown} runs; ${left} more are in the tables.`,
  });
}

function oneRun({ entry, record }: RecordedRun): Block[] {
  const { id, runtime, runtimeVersion, workload, outcome, samples, warnings } = record;
  const { note, tags } = entry;
  const facts: Span[][] = [
    ['Runtime', { code: [runtime, runtimeVersion].filter(Boolean).join(' ') }],
    ['Program', { code: [workload.ref, ...workload.args].join(' ') }],
    ...(workload.sha256 === undefined
      ? []
      : [['SHA-256 of the module', { code: workload.sha256 }]]),
    ...(workload.digest === undefined ? [] : [['Image', { code: workload.digest }]]),
    ['Requested', record.requestedAt],
    ['Outcome', [outcome.reason, outcome.hint].filter(Boolean).join(' ')],
    ['Samples', String(samples.length)],
    ...usageRows(record),
    ...limitRows(record),
    ...(tags.length === 0 ? [] : [['Tags', tags.join(', ')]]),
    ...(note === undefined ? [] : [['Note', note]]),
    ['Where', describeMachine(record.environment)],
  ];
  return section(`${runtime}: ${id}`, [
    ...table(['What', ''], facts),
    ...section('Phases', phases(record), 3),
    ...section(
      'Isolation',
      list(record.isolation.map(({ label, detail }) => `${label}: ${detail}`)),
      3,
    ),
    ...section('What to doubt', list(warnings.map(({ message, hint }) => `${message} ${hint}`)), 3),
    ...section(`Standard output, ${bytes(record.stdoutBytes)}`, output(record.stdout), 3),
    ...section(`Standard error, ${bytes(record.stderrBytes)}`, output(record.stderr), 3),
  ]);
}

function usageRows({ usage }: RunRecord): Span[][] {
  if (usage === undefined) return [];
  const { userTimeMs, systemTimeMs, maxRssBytes } = usage;
  const times = `${formatDuration(userTimeMs)} user, ${formatDuration(systemTimeMs)} system`;
  return [['Its process in all', `${times}, at most ${formatBytes(maxRssBytes)} RSS`]];
}

function limitRows({ limits, enforcedBy }: RunRecord): Span[][] {
  const { memoryBytes, cpus, pids, timeoutMs, fuel } = limits;
  const held = [
    ['memory', memoryBytes === undefined ? undefined : formatBytes(memoryBytes)],
    ['cpus', cpus === undefined ? undefined : `${cpus} cores`],
    ['pids', pids === undefined ? undefined : `${pids} processes`],
    ['time', timeoutMs === undefined ? undefined : formatDuration(timeoutMs)],
    ['fuel', fuel === undefined ? undefined : String(fuel)],
  ] as const;
  return held.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[`Limit: ${name}`, `${value}, held by ${enforcedBy[name] ?? 'nobody'}`]],
  );
}

function phases({ phases: all }: RunRecord): Block[] {
  return table(
    ['Phase', 'From', 'Duration', 'Ends with'],
    all.flatMap(({ name, startMs, durationMs, bound, parts = [], unseen }) => [
      [
        name,
        formatDuration(startMs),
        durationMs === undefined ? '' : formatDuration(durationMs),
        unseen === undefined ? bound : `${bound} ${unseen}`,
      ],
      ...parts.map((part) => [
        `${name}: ${part.from} to ${part.to}`,
        formatDuration(part.startMs),
        formatDuration(part.durationMs),
        '',
      ]),
    ]),
  );
}

function output(text: string): Block[] {
  return text === '' ? [] : [{ kind: 'output', text }];
}

function bytes(value: number | undefined): string {
  return value === undefined ? '' : formatBytes(value);
}
