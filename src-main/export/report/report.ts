import {
  isRecordedAttempts,
  isRecordedExperiment,
  isRecordedInstance,
  isRecordedRun,
} from '../../contract/index.js';
import type { Recorded, RecordedExperiment } from '../../contract/index.js';
import type { Origin } from '../bundle/format.js';
import type { Block } from './blocks.js';
import { experimentBlocks } from './experiment.js';
import { recordingBlocks } from './recordings.js';
import { attemptsBlocks } from './attempts.js';
import { runBlocks } from './runs.js';
import { toHtml } from './to-html.js';
import { toMarkdown } from './to-markdown.js';

export function markdownReport(recorded: readonly Recorded[], origin: Origin): string {
  return toMarkdown(blocksOf(recorded, origin));
}

export function htmlReport(recorded: readonly Recorded[], origin: Origin): string {
  return toHtml(titleOf(recorded), blocksOf(recorded, origin));
}

function blocksOf(recorded: readonly Recorded[], origin: Origin): Block[] {
  const runs = recorded.filter(isRecordedRun);
  const { createdAtIso, labVersion } = origin;
  const made = `Exported on ${createdAtIso.slice(0, 10)} by Paralelo ${labVersion}. Every raw value is in the bundle, the JSON and the CSV of the same entries.`;
  return [
    { kind: 'heading', level: 1, text: titleOf(recorded) },
    { kind: 'text', spans: [made] },
    ...(runs.length === 0 ? [] : runBlocks(runs)),
    ...recorded.filter(isRecordedExperiment).flatMap(oneExperiment),
    ...recorded.filter(isRecordedAttempts).flatMap(attemptsBlocks),
    ...recordingBlocks(recorded.filter(isRecordedInstance)),
  ];
}

function oneExperiment({ entry, result, problem }: RecordedExperiment): Block[] {
  const { id, atIso, experiment, outcome, note, tags } = entry;
  const said = [note ?? '', tags.join(', ')].filter((text) => text !== '').join(' – ');
  return [
    { kind: 'heading', level: 2, text: `Experiment ${experiment}: ${id}` },
    { kind: 'text', spans: [`Begun ${atIso}; ${outcome}. ${said}`.trim()] },
    ...(problem === undefined
      ? []
      : [{ kind: 'text', spans: [`${problem.message} ${problem.hint}`] } as const]),
    ...(result === undefined ? [] : experimentBlocks(result)),
  ];
}

function titleOf(recorded: readonly Recorded[]): string {
  const [one] = recorded;
  if (one !== undefined && recorded.length === 1) {
    if (isRecordedAttempts(one)) return 'What guests tried';
    if (isRecordedInstance(one)) return `Recording of ${one.entry.name}`;
    return isRecordedRun(one)
      ? `${one.record.workload.ref} in ${one.record.runtime}`
      : `Experiment ${one.plan.experiment}`;
  }
  return `${recorded.length} entries of Paralelo`;
}
