import * as v from 'valibot';
import type { RecordedPoint, RecordingEntry } from './history.js';
import { EnvironmentSchema, SampleSchema } from './run-record.js';
import type { Environment } from './run.js';
import type { Sample } from './sample.js';

/** How finely the store thins out, in milliseconds. */
export const KEPT_STEPS_MS = [1000, 10_000, 60_000] as const;

/** What stands for the samples of one step that are not kept any more. */
export interface RecordedStep extends RecordedPoint {
  stepMs: number;
}

/** An instance as it was recorded: sample by sample, and by steps where that was thinned out. */
export interface RecordedInstance {
  entry: RecordingEntry;
  /** Their `tMs` are milliseconds since 1970. */
  samples: Sample[];
  steps: RecordedStep[];
}

export interface ExchangedRecording {
  kind: 'recording';
  note?: string;
  tags: string[];
  id: string;
  atIso: string;
  outcome: 'complete' | 'interrupted';
  durationMs?: number;
  environment?: Environment;
  instance: {
    id: string;
    kind: 'container' | 'wasm';
    name: string;
    runtime?: string;
    program?: string;
  };
  samples: Sample[];
  steps: RecordedStep[];
}

const name = v.pipe(v.string(), v.maxLength(4096));
const STEP = v.pipe(
  v.object({
    stepMs: v.picklist(KEPT_STEPS_MS),
    min: SampleSchema,
    max: SampleSchema,
    mean: SampleSchema,
    count: SampleSchema,
  }),
  v.check(
    (step) => isOneStep(step),
    'the lowest, the highest, the mean and the number of the same values',
  ),
);

/** Of a recording in a bundle, besides what every entry has. */
export const RECORDING = {
  outcome: v.picklist(['complete', 'interrupted']),
  durationMs: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))),
  environment: v.optional(EnvironmentSchema),
  instance: v.object({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
    kind: v.picklist(['container', 'wasm']),
    name,
    runtime: v.optional(v.pipe(v.string(), v.maxLength(512))),
    program: v.optional(name),
  }),
  samples: v.pipe(
    v.array(SampleSchema),
    v.check((samples) => isAscending(samples), 'samples in the order of their times'),
  ),
  steps: v.pipe(
    v.array(STEP),
    v.check((steps) => areInOrder(steps), 'steps in the order of their lengths and times'),
  ),
};

/** The store keeps one sample of a time. */
export function isAscending(samples: readonly { tMs: number }[]): boolean {
  return samples.every(({ tMs }, at) => at === 0 || tMs > (samples[at - 1]?.tMs ?? tMs));
}

function areInOrder(steps: readonly RecordedStep[]): boolean {
  return steps.every(({ stepMs, mean: { tMs } }, at) => {
    const before = steps[at - 1];
    if (before === undefined || stepMs > before.stepMs) return true;
    return stepMs === before.stepMs && tMs > before.mean.tMs;
  });
}

function isOneStep({ stepMs, min, max, mean, count }: RecordedStep): boolean {
  const [lowest, highest, middle, many] = [min, max, mean, count].map(numbersOf) as [
    ...[Map<string, number>, Map<string, number>, Map<string, number>, Map<string, number>],
  ];
  const isOfOneTime = [min, max, count].every(({ tMs }) => tMs === mean.tMs);
  const areTheSame = [lowest, highest, middle].every(({ size }) => size === many.size);
  if (!isOfOneTime || !areTheSame || mean.tMs % stepMs !== 0) return false;
  return [...many].every(([column, n]) => {
    const [low, high] = [lowest.get(column) ?? NaN, highest.get(column) ?? NaN];
    return Number.isSafeInteger(n) && n > 0 && low <= high && middle.has(column);
  });
}

function numbersOf({ memory, ...others }: Sample): Map<string, number> {
  const known = new Map<string, number>();
  for (const [column, value] of Object.entries({ ...others, ...memory })) {
    // What a schema let through may be there and undefined.
    if (column !== 'tMs' && typeof value === 'number') known.set(column, value);
  }
  return known;
}
