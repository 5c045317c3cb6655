import {
  MEMORY_DEFINITIONS,
  formatBytes,
  formatDuration,
  formatPercent,
} from '../../contract/index.js';
import type { RecordedInstance, Sample } from '../../contract/index.js';
import { describeMachine } from '../text/machine.js';
import { section, table } from './blocks.js';
import type { Block, Span } from './blocks.js';
import { pictures } from './pictures.js';
import type { Reading } from './pictures.js';

type Read = (sample: Sample) => number | undefined;

/** Instances of a machine that were recorded: what they used, in pictures and in numbers. */
export function recordingBlocks(recordings: readonly RecordedInstance[]): Block[] {
  return recordings.flatMap((recorded) => {
    const { id, name } = recorded.entry;
    const zeroMs = zeroOf(recorded);
    const readings = readingsOf(recorded).map((one) => ({ ...one, xMs: one.xMs - zeroMs }));
    return section(`Recording ${id}: ${name}`, [
      ...table(['What', ''], facts(recorded)),
      ...pictures([{ label: name, readings }], {
        xTitle: 'Since the beginning',
        leftOut: () => '',
        level: 3,
      }),
      ...section('In numbers', figures(recorded), 3),
    ]);
  });
}

/** In the order of their times. */
function readingsOf({ samples, steps }: RecordedInstance): Reading[] {
  return [
    ...samples.map((mean) => ({ xMs: mean.tMs, mean })),
    ...steps.map(({ min, max, mean }) => ({ xMs: mean.tMs, mean, min, max })),
  ].sort((one, other) => one.xMs - other.xMs);
}

/** What was read before the recording was asked for may be older than that. */
function zeroOf(recorded: RecordedInstance): number {
  const began = Date.parse(recorded.entry.atIso);
  return Math.min(began, readingsOf(recorded)[0]?.xMs ?? began);
}

function facts({ entry, samples, steps }: RecordedInstance): Span[][] {
  const { instanceId, instanceKind, runtime, program, atIso, durationMs, outcome } = entry;
  const { tags, note, environment } = entry;
  return [
    ['Instance', { code: instanceId }],
    ['Kind', instanceKind === 'wasm' ? 'Wasm process' : 'container'],
    ...row('Runtime', runtime && { code: runtime }),
    ...row('Program', program && { code: program }),
    ['Begun', atIso],
    ...row('Lasted', durationMs === undefined ? undefined : formatDuration(durationMs)),
    ['Outcome', outcome],
    ['Shown here', shownWords(samples.length, steps)],
    ...row('Tags', tags.join(', ') || undefined),
    ...row('Note', note),
    ...row('Where', environment && describeMachine(environment)),
  ];
}

function row(name: string, value: Span | undefined): Span[][] {
  return value === undefined || value === '' ? [] : [[name, value]];
}

function shownWords(samples: number, steps: RecordedInstance['steps']): string {
  const length = steps[0]?.stepMs;
  return [
    samples === 0 ? '' : `${samples} samples`,
    length === undefined
      ? ''
      : `${steps.length} steps of ${formatDuration(length)}, each with its lowest, mean and highest`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function figures(recorded: RecordedInstance): Block[] {
  const rows = [
    ...MEMORY_DEFINITIONS.map(({ name, label }) =>
      figuresOf(recorded, label, formatBytes, ({ memory }) => memory[name]),
    ),
    figuresOf(recorded, 'CPU, of one core', formatPercent, ({ cpuPercent }) => cpuPercent),
    figuresOf(recorded, 'Processes and threads', short, ({ pids }) => pids),
  ];
  return table(['What', 'Lowest', 'Mean', 'Highest', 'Readings'], rows.flat());
}

function figuresOf(
  { samples, steps }: RecordedInstance,
  label: string,
  format: (value: number) => string,
  read: Read,
): Span[][] {
  let [lowest, highest, sum, many] = [Infinity, -Infinity, 0, 0];
  const add = (low?: number, high?: number, mean?: number, n = 1): void => {
    if (low === undefined || high === undefined || mean === undefined) return;
    [lowest, highest] = [Math.min(lowest, low), Math.max(highest, high)];
    [sum, many] = [sum + mean * n, many + n];
  };
  for (const sample of samples) add(read(sample), read(sample), read(sample));
  for (const { min, max, mean, count } of steps) {
    add(read(min), read(max), read(mean), read(count));
  }
  if (many === 0) return [];
  return [[label, format(lowest), format(sum / many), format(highest), String(many)]];
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
