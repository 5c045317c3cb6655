import * as v from 'valibot';
import type { WireError } from './errors.js';
import type { ExperimentName } from './experiment-plan.js';
import type { ExperimentPlan } from './experiment-plan.js';
import type { ExperimentResult } from './experiment-result.js';
import type { Environment, OutcomeKind, RunRecord, WorkloadIdentity } from './run.js';
import type { RuntimeKind } from './runtime-info.js';
import type { Memory, Sample } from './sample.js';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(512));
const dateTime = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'a date of ISO 8601'),
);
const count = (most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));

/** A run of the lab; an experiment; what guests tried; an instance of this machine that was recorded while it was watched. */
export const HISTORY_KINDS = ['run', 'experiment', 'attempts', 'recording'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export const TagSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64));

/** Everything that is given must fit; the newest first. */
export const HistoryQuerySchema = v.strictObject({
  kind: v.optional(v.picklist(HISTORY_KINDS)),
  experiment: v.optional(word),
  /** As the run or the plan named it: a twin, an image, a module's path. */
  workload: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(4096))),
  /** Of an experiment: among its runtimes. */
  runtime: v.optional(word),
  outcome: v.optional(word),
  tag: v.optional(TagSchema),
  /** A part of the id, runtime, workload, arguments, note or a tag, in any case. */
  text: v.optional(v.pipe(v.string(), v.maxLength(512))),
  comparisonId: v.optional(id),
  fromIso: v.optional(dateTime),
  toIso: v.optional(dateTime),
  isPinned: v.optional(v.boolean()),
  /** Those that were removed and can still be had back, instead of the others. */
  removed: v.optional(v.boolean(), false),
  limit: v.optional(v.pipe(count(500), v.minValue(1)), 50),
  offset: v.optional(count(Number.MAX_SAFE_INTEGER), 0),
});
export type HistoryQuery = v.InferOutput<typeof HistoryQuerySchema>;
export type HistoryQueryInput = v.InferInput<typeof HistoryQuerySchema>;

export const EntrySchema = v.strictObject({ id });
export const EntriesSchema = v.strictObject({
  ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(1000)),
});
/** How many values each contender of an experiment had, in the order of its contenders. */
export const ResultAtSchema = v.strictObject({
  id,
  counts: v.pipe(v.array(count(100_000)), v.maxLength(200)),
});
/** What is absent stays as it is. */
export const AnnotationSchema = v.strictObject({
  id,
  /** An empty one takes the note away. */
  note: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
  /** All of them: those that are not named go. */
  tags: v.optional(v.pipe(v.array(TagSchema), v.maxLength(32))),
  /** Pinned ones are never thinned out and never purged. */
  isPinned: v.optional(v.boolean()),
});
export type Annotation = v.InferOutput<typeof AnnotationSchema>;

/** What the user says about an entry, and where it stands. */
export interface EntryNotes {
  id: string;
  /** Wall clock at the request or the beginning. */
  atIso: string;
  /** Absent while it lasts. */
  durationMs?: number;
  note?: string;
  tags: string[];
  isPinned: boolean;
  /** Removed: it is purged some days later. */
  removedAtIso?: string;
  environment?: Environment;
}

export interface RunEntry extends EntryNotes {
  kind: 'run';
  /** `recording` while it lasts. */
  outcome: OutcomeKind | 'recording';
  /** The guest's own, where it ended with one. */
  exitCode?: number;
  comparisonId: string;
  runtime: string;
  runtimeVersion?: string;
  workload: WorkloadIdentity;
  /** Absent while it lasts. */
  peak?: Memory;
}

export interface ExperimentEntry extends EntryNotes {
  kind: 'experiment';
  /** `partial`: stopped before its end, with what was measured; `failed`: it never came to a result. */
  outcome: 'complete' | 'partial' | 'failed' | 'interrupted' | 'recording';
  experiment: ExperimentName;
  runtimes: string[];
  /** What it ran, where the user brought the program. */
  workload?: string;
}

/** The probes of the isolation experiment: one attempt a run, in each runtime. */
export interface AttemptsEntry extends EntryNotes {
  kind: 'attempts';
  outcome: 'complete' | 'partial' | 'interrupted' | 'recording';
  runtimes: string[];
  /** So many have come to an end. */
  tried: number;
}

export interface RecordingEntry extends EntryNotes {
  kind: 'recording';
  outcome: 'complete' | 'interrupted' | 'recording';
  instanceId: string;
  instanceKind: RuntimeKind;
  name: string;
  runtime?: string;
  program?: string;
}

export type HistoryEntry = RunEntry | ExperimentEntry | AttemptsEntry | RecordingEntry;

export interface HistoryPage {
  entries: HistoryEntry[];
  /** Of all that fit, this page and the others. */
  total: number;
  /** The same query without its kind, by kind. */
  counts: Record<HistoryKind, number>;
}

export const RangeSchema = v.strictObject({
  id,
  /** On the axis of the samples: since the request of a run, of a recording milliseconds since 1970. */
  fromMs: v.optional(v.pipe(v.number(), v.finite())),
  toMs: v.optional(v.pipe(v.number(), v.finite())),
  /** About as many as a chart can show. */
  points: v.optional(v.pipe(count(10_000), v.minValue(2)), 600),
});
export type RangeRequest = v.InferOutput<typeof RangeSchema>;

/** Of one step: what each number was at least, at most, and in the mean. `tMs` is where the step begins. */
export interface RecordedPoint {
  min: Sample;
  max: Sample;
  mean: Sample;
  /** Of how many values; what has none is absent. */
  count: Sample;
}
/** `samples` where they are few enough and still kept; else `points`, every `stepMs`. Neither: nothing is kept of that time. */
export interface RecordedRange {
  samples?: Sample[];
  stepMs?: number;
  points?: RecordedPoint[];
}

export interface FacetValue {
  value: string;
  count: number;
}
/** What can be filtered by, the most frequent first. */
export interface HistoryFacets {
  runtimes: FacetValue[];
  workloads: FacetValue[];
  experiments: FacetValue[];
  outcomes: FacetValue[];
  tags: FacetValue[];
}

export interface RecordedRun {
  entry: RunEntry;
  record: RunRecord;
}
export interface RecordedExperiment {
  entry: ExperimentEntry;
  plan: ExperimentPlan;
  /** Absent when it never came to one. */
  result?: ExperimentResult;
  /** Why there is none. */
  problem?: WireError;
}

/**
 * `off`: this lab keeps no store. `waiting`: what comes is held in memory until the file can be written again.
 * `refused`: nothing is recorded, and `problem` says why.
 */
export type StoreCondition = 'off' | 'opening' | 'ready' | 'waiting' | 'refused';

export interface StoreState {
  condition: StoreCondition;
  /** False: what begins now is not recorded, by the user's own choice. */
  isRecording: boolean;
  /** Of the database. */
  path?: string;
  /** The database with what belongs to it. */
  sizeBytes?: number;
  budgetBytes?: number;
  schemaVersion?: number;
  /** Lost since the lab began, because they came faster than they could be written. */
  dropped: { samples: number; records: number };
  /** Held in memory until they are written. */
  waiting: { samples: number; records: number };
  problem?: WireError;
  /** What happened when it was opened: a damaged file was set aside, an older one was brought up to date. */
  notices: WireError[];
}
