import * as v from 'valibot';
import { ExperimentPlanSchema } from './experiment-plan.js';
import type { ExperimentResult } from './experiment-result.js';
import { EnvironmentSchema, WarningSchema } from './run-record.js';

const text = v.string();
const number = v.pipe(v.number(), v.finite());
const optionalText = v.optional(text);
const optionalNumber = v.optional(number);

const SUMMARY = {
  n: number,
  median: number,
  p5: number,
  p95: number,
  mean: number,
  mad: number,
  ci95: v.tuple([number, number]),
  outliers: v.array(number),
  unit: text,
  raw: v.array(number),
};
const MEASURE = v.object({ ...SUMMARY, id: text, title: text });
const FAILURE = v.object({ run: number, why: text });
const CONTENDER = v.object({
  ...SUMMARY,
  runtime: text,
  title: text,
  kind: v.picklist(['container', 'wasm', 'native']),
  version: optionalText,
  order: v.optional(v.array(number)),
  measures: v.array(MEASURE),
  failures: v.array(FAILURE),
});
const RATIO = v.object({
  of: text,
  to: text,
  value: number,
  ci95: v.tuple([number, number]),
  differs: v.boolean(),
  sentence: text,
});
const CURVE = v.object({
  runtime: text,
  id: text,
  title: text,
  xTitle: text,
  xUnit: text,
  yUnit: text,
  points: v.array(v.object({ x: number, y: number, low: optionalNumber, high: optionalNumber })),
});
const TABLE = v.object({
  id: text,
  title: text,
  columns: v.array(v.object({ id: text, title: text, unit: optionalText })),
  rows: v.array(v.object({ runtime: text, cells: v.record(text, v.union([text, number])) })),
});
const NOISE = v.object({
  load1: number,
  stealPercent: optionalNumber,
  busyPercent: optionalNumber,
  frequencyMHz: optionalNumber,
});
const HONESTY = v.object({
  floors: v.array(MEASURE),
  overhead: v.optional(MEASURE),
  timerResolutionMs: number,
  samplerPercent: optionalNumber,
  unseen: v.optional(v.array(text)),
  before: NOISE,
  during: NOISE,
});

/** A result that comes from a file: of this or another machine. What a newer Paralelo added is left out. */
export const ExperimentResultSchema = v.object({
  experiment: v.picklist(['startup', 'memory', 'speed', 'density', 'portability', 'limits']),
  plan: ExperimentPlanSchema,
  method: v.array(text),
  contenders: v.array(CONTENDER),
  dropped: v.array(v.object({ runtime: text, why: text, failures: v.array(FAILURE) })),
  ratios: v.array(RATIO),
  curves: v.array(CURVE),
  tables: v.array(TABLE),
  findings: v.array(text),
  warnings: v.array(WarningSchema),
  honesty: HONESTY,
  environment: EnvironmentSchema,
  startedAtIso: text,
  durationMs: number,
  isPartial: v.boolean(),
}) satisfies v.GenericSchema<unknown, ExperimentResult>;
