import * as v from 'valibot';
import type { AttemptsEntry } from './history.js';
import { ATTEMPT_AREAS, ISOLATION_QUESTIONS, PROBE_SETS } from './profile/index.js';
import type { IsolationMatrix } from './profile/index.js';
import { EnvironmentSchema, WarningSchema } from './run-record.js';

const text = v.string();
const word = v.pipe(text, v.minLength(1), v.maxLength(512));
const REFUSER = v.picklist([
  ...(['seccomp', 'capability', 'namespace', 'cgroup', 'read-only-mount', 'masked-path'] as const),
  ...(['file-permission', 'nothing-there', 'linker', 'linear-memory-bounds'] as const),
  ...(['function-table', 'stack-limit', 'runtime', 'memory-protection', 'lab'] as const),
]);

/** Attempts that come from a file: of this or another machine. What a newer Paralelo added is left out. */
export const IsolationMatrixSchema = v.pipe(
  v.object({
    attempts: v.array(
      v.object({
        id: word,
        area: v.picklist(ATTEMPT_AREAS),
        title: text,
        question: v.optional(v.picklist(ISOLATION_QUESTIONS.map(({ id }) => id))),
      }),
    ),
    runtimes: v.array(
      v.object({
        id: word,
        name: text,
        kind: v.picklist(['container', 'wasm']),
        version: v.optional(text),
      }),
    ),
    sets: v.array(v.picklist(PROBE_SETS)),
    results: v.array(
      v.object({
        runtime: word,
        set: v.picklist(PROBE_SETS),
        attempt: word,
        verdict: v.picklist(['allowed', 'refused', 'not-expressible', 'not-tried']),
        by: v.array(REFUSER),
        errno: v.optional(text),
        says: text,
        raw: text,
      }),
    ),
    startedAtIso: text,
    durationMs: v.pipe(v.number(), v.finite(), v.minValue(0)),
    environment: EnvironmentSchema,
    warnings: v.array(WarningSchema),
    isPartial: v.boolean(),
  }),
  v.check((matrix) => areItsOwn(matrix), 'results of its own attempts and runtimes, each once'),
) satisfies v.GenericSchema<unknown, IsolationMatrix>;

/** What guests tried, and what came of it. */
export interface RecordedAttempts {
  entry: AttemptsEntry;
  matrix: IsolationMatrix;
}

export interface ExchangedAttempts {
  kind: 'attempts';
  note?: string;
  tags: string[];
  id: string;
  atIso: string;
  outcome: 'complete' | 'partial' | 'interrupted';
  matrix: IsolationMatrix;
}

/** Of attempts in a bundle, besides what every entry has. */
export const ATTEMPTS = {
  outcome: v.picklist(['complete', 'partial', 'interrupted']),
  matrix: IsolationMatrixSchema,
};

function areItsOwn({ attempts, runtimes, sets, results }: IsolationMatrix): boolean {
  const cells = new Set(
    runtimes.flatMap((runtime) =>
      sets.flatMap((set) => attempts.map((attempt) => `${runtime.id} ${set} ${attempt.id}`)),
    ),
  );
  return results.every(({ runtime, set, attempt }) => cells.delete(`${runtime} ${set} ${attempt}`));
}
