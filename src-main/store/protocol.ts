import type {
  Annotation,
  Environment,
  Exchanged,
  ExchangedRecording,
  ExperimentEntry,
  ExperimentPlan,
  ExperimentResult,
  HistoryEntry,
  HistoryFacets,
  HistoryPage,
  HistoryQuery,
  ImportReport,
  IsolationMatrix,
  RangeRequest,
  Recorded,
  RecordedAttempts,
  RecordedExperiment,
  RecordedRun,
  RunRecord,
  RunStatus,
  StoreSettings,
  TrendRecord,
  WireError,
} from '../contract/index.js';

/** A record without what has columns of its own. */
export type BareRecord = Omit<RunRecord, 'samples'>;

/** A run of an experiment that has ended. */
export interface KeptTrial {
  /** Over all contenders, warm-ups and failures included; from 1. */
  sequence: number;
  contender: string;
  isWarmUp: boolean;
  /** When it had ended, from the beginning of the first one. */
  atMs: number;
  cameTo: 'value' | 'failure' | 'slept';
  why?: string;
  /** Its value, as the lab will have it back. */
  kept?: string;
}

/** Something to be written; what comes later for the same id is added to it, or replaces it. */
export type WriteItem =
  | { kind: 'run'; status: RunStatus; requestedAtIso: string; environment: Environment }
  | { kind: 'samples'; entry: string; packed: Float64Array<ArrayBuffer> }
  | { kind: 'output'; entry: string; stream: 'stdout' | 'stderr'; text: string }
  | {
      kind: 'run-ended';
      record: BareRecord;
      /** Samples before this are of a meter that was given up. */
      firstTMs?: number;
      /** Only where some were dropped before. */
      packed?: Float64Array<ArrayBuffer>;
    }
  | {
      kind: 'experiment';
      id: string;
      plan: ExperimentPlan;
      atIso: string;
      /** `interrupted`: of another store, where nobody saw its end. */
      outcome: 'recording' | 'complete' | 'partial' | 'failed' | 'interrupted';
      durationMs?: number;
      result?: ExperimentResult;
      problem?: WireError;
    }
  /** `ground`, with the first one: what else is needed to come to a result. */
  | { kind: 'trial'; entry: string; trial: KeptTrial; ground?: string }
  | {
      /** All of it each time. */
      kind: 'attempts';
      id: string;
      matrix: IsolationMatrix;
      outcome: 'recording' | 'complete' | 'partial' | 'interrupted';
    }
  | {
      kind: 'recording';
      id: string;
      instance: ExchangedRecording['instance'];
      atIso: string;
      /** `interrupted`: of another store. */
      outcome: 'recording' | 'complete' | 'interrupted';
      durationMs?: number;
      environment?: Environment;
    };

/** What another store held. */
export interface Import {
  entries: Exchanged[];
  /** Where they come from and when, a sentence for the note of each. */
  origin: string;
}

/** An experiment whose process ended before it did. */
export interface Unfinished {
  id: string;
  atIso: string;
  plan: ExperimentPlan;
  /** As it was last written, some runs ago. */
  result: ExperimentResult;
  ground: string;
  trials: KeptTrial[];
}

/** The experiments that asked the same as one of them. */
export interface Alike {
  /** The one that was asked about. */
  entry: ExperimentEntry;
  plan: ExperimentPlan;
  /** The oldest first. */
  records: TrendRecord[];
  /** Older ones that are not among them. */
  left: number;
}

/** Of each step; NaN is what was not read. */
export type PackedPoints = Record<'min' | 'max' | 'mean' | 'count', Float64Array<ArrayBuffer>>;

/** What was recorded between two times, as numbers in a row (`columns.ts`): it crosses to another thread without a copy. */
export interface PackedRange {
  samples?: Float64Array<ArrayBuffer>;
  stepMs?: number;
  points?: PackedPoints;
}

export interface Questions {
  list: HistoryQuery;
  facets: Record<string, never>;
  run: { id: string };
  experiment: { id: string };
  attempts: { id: string };
  alike: { id: string; most: number };
  unfinished: Record<string, never>;
  range: RangeRequest;
  annotate: Annotation;
  remove: { ids: string[] };
  restore: { ids: string[] };
  /** The whole of an entry; of a recording at most about so many points, where that is said. */
  recorded: { id: string; points?: number };
  import: Import;
  /** Of another process, that this recording ends. */
  askToStop: { id: string };
  stopsAsked: Record<string, never>;
  /** Everything before it is on the disk when it is answered. */
  flush: Record<string, never>;
}
export interface StoreAnswers {
  list: HistoryPage;
  facets: HistoryFacets;
  run: RecordedRun;
  experiment: RecordedExperiment;
  attempts: RecordedAttempts;
  alike: Alike;
  unfinished: Unfinished[];
  range: PackedRange;
  annotate: HistoryEntry;
  remove: { removed: string[] };
  restore: { restored: string[] };
  recorded: Recorded;
  import: ImportReport;
  askToStop: Record<string, never>;
  stopsAsked: { ids: string[] };
  flush: Record<string, never>;
}
export type QuestionName = keyof Questions;

/** To the worker. */
export type Order =
  | { kind: 'write'; items: WriteItem[] }
  | { kind: 'ask'; id: number; name: QuestionName; params: unknown }
  | { kind: 'configure'; settings: StoreSettings }
  | { kind: 'close' };

/** What the worker knows of the file. */
export interface FileFacts {
  condition: 'opening' | 'ready' | 'waiting' | 'refused';
  sizeBytes?: number;
  schemaVersion?: number;
  problem?: WireError;
  notices: WireError[];
}

/** From the worker. */
export type Report =
  | { kind: 'facts'; facts: FileFacts }
  /** So many of the items that were handed over first are on the disk, but for the lost ones. */
  | { kind: 'written'; items: number; lost: number }
  | { kind: 'changed'; ids: string[] }
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'refusal'; id: number; error: WireError }
  | { kind: 'closed' };

export interface WorkerOptions {
  path: string;
  /** Another database, which is taken along where there is none at the path. */
  copyFrom?: string;
  /** Its folder is not made: it is waited for. */
  mustExist?: boolean;
  labVersion: string;
  settings: StoreSettings;
}
