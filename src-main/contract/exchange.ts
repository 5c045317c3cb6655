import * as v from 'valibot';
import { ERROR_EXIT_CODES } from './errors.js';
import type { ErrorCode, WireError } from './errors.js';
import { ExperimentPlanSchema } from './experiment-plan.js';
import type { ExperimentPlan } from './experiment-plan.js';
import { ExperimentResultSchema } from './experiment-record.js';
import type { ExperimentResult } from './experiment-result.js';
import { EntriesSchema, TagSchema } from './history.js';
import type { HistoryKind, RecordedExperiment, RecordedRun } from './history.js';
import { ATTEMPTS } from './attempts-record.js';
import type { ExchangedAttempts, RecordedAttempts } from './attempts-record.js';
import { RECORDING, isAscending } from './recording.js';
import type { ExchangedRecording, RecordedInstance } from './recording.js';
import { RunRecordSchema } from './run-record.js';
import type { RunRecord } from './run.js';

const MIB = 1024 ** 2;
/** Of a file that is exported, so that it fits through every way to a window. */
export const MOST_EXPORT_BYTES = 24 * MIB;
/** Of a bundle, as it lies on the disk. */
export const MOST_BUNDLE_BYTES = 16 * MIB;
/** Of what a bundle unpacks to: what is packed smaller than this ratio was never written by Paralelo. */
export const MOST_UNPACKED_BYTES = 128 * MIB;
/** Of one bundle. */
export const MOST_BUNDLED = 1000;

export const EXPORT_FORMATS = ['json', 'csv', 'md', 'html', 'openmetrics', 'bundle'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const ExportSchema = v.strictObject({
  ...EntriesSchema.entries,
  format: v.picklist(EXPORT_FORMATS),
});
export const ImportSchema = v.strictObject({
  /** A bundle, in base64. */
  content: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(
      Math.ceil(MOST_BUNDLE_BYTES / 3) * 4,
      `at most ${String(MOST_BUNDLE_BYTES / MIB)} MiB`,
    ),
    // One class at a time: an expression with groups needs a stack as long as the file.
    v.check((text) => !/[^A-Za-z0-9+/=]/.test(text), 'base64'),
  ),
  /** What the file is called, for the note of what comes from it. */
  fileName: v.optional(v.pipe(v.string(), v.maxLength(255))),
});

export interface ExportedFile {
  fileName: string;
  mimeType: string;
  encoding: 'utf8' | 'base64';
  content: string;
}

/** What became of one entry of a bundle. */
export interface ImportedEntry {
  /** As it is called here. */
  id: string;
  kind: HistoryKind;
  /** What the bundle calls it, where another entry had that id already. */
  was?: string;
}
export interface ImportReport {
  imported: ImportedEntry[];
  /** They are here already, and the same. */
  skipped: ImportedEntry[];
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const date = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'a date of ISO 8601'),
);
const NOTES = {
  note: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
  tags: v.pipe(v.array(TagSchema), v.maxLength(32)),
};
const RECORD = v.pipe(
  v.object({ ...RunRecordSchema.entries, id, comparisonId: id, requestedAt: date }),
  v.check(({ samples }) => isAscending(samples), 'samples in the order of their times'),
);
const PROBLEM = v.object({
  code: v.custom<ErrorCode>((code) => typeof code === 'string' && code in ERROR_EXIT_CODES),
  message: v.string(),
  hint: v.string(),
});

/** One entry of a bundle. */
export const ExchangedSchema = v.variant('kind', [
  v.object({ kind: v.literal('run'), ...NOTES, record: RECORD }),
  v.object({
    ...{ kind: v.literal('experiment'), ...NOTES, id, atIso: date },
    outcome: v.picklist(['complete', 'partial', 'failed', 'interrupted']),
    durationMs: v.optional(v.pipe(v.number(), v.finite())),
    plan: ExperimentPlanSchema,
    result: v.optional(ExperimentResultSchema),
    problem: v.optional(PROBLEM),
  }),
  v.object({ kind: v.literal('recording'), ...NOTES, id, atIso: date, ...RECORDING }),
  v.object({ kind: v.literal('attempts'), ...NOTES, id, atIso: date, ...ATTEMPTS }),
]) satisfies v.GenericSchema<unknown, Exchanged>;

export interface ExchangedRun {
  kind: 'run';
  note?: string;
  tags: string[];
  record: RunRecord;
}
export interface ExchangedExperiment {
  kind: 'experiment';
  note?: string;
  tags: string[];
  id: string;
  atIso: string;
  outcome: 'complete' | 'partial' | 'failed' | 'interrupted';
  durationMs?: number;
  plan: ExperimentPlan;
  result?: ExperimentResult;
  problem?: WireError;
}
export type Exchanged = ExchangedRun | ExchangedExperiment | ExchangedAttempts | ExchangedRecording;

/** What can be exported, once it has ended. */
export type Recorded = RecordedRun | RecordedExperiment | RecordedAttempts | RecordedInstance;

export function isRecordedRun(recorded: Recorded): recorded is RecordedRun {
  return recorded.entry.kind === 'run';
}

export function isRecordedExperiment(recorded: Recorded): recorded is RecordedExperiment {
  return recorded.entry.kind === 'experiment';
}

export function isRecordedAttempts(recorded: Recorded): recorded is RecordedAttempts {
  return recorded.entry.kind === 'attempts';
}

export function isRecordedInstance(recorded: Recorded): recorded is RecordedInstance {
  return recorded.entry.kind === 'recording';
}
