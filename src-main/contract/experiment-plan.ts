import * as v from 'valibot';
import { GrantsSchema, LimitsSchema } from './limits.js';
import { OwnProgramSchema, noOwnProgram } from './own-program.js';
import { RuntimeIdSchema } from './run.js';

const MOST_RUNS = 100_000;
const MOST_CONTENDERS = 48;
const count = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
/** A line through more points than this says no more, and takes longer to find. */
const MOST_STEPS = 512;
const bytes = count(1, Number.MAX_SAFE_INTEGER);

/**
 * When it is enough, for each contender; `runs` of the plan are the most in any case. `interval`: the 95 % interval
 * of its median is narrower than this share of the median.
 */
export const StopRuleSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('runs') }),
  v.strictObject({
    kind: v.literal('time'),
    ms: v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(86_400_000)),
  }),
  v.strictObject({
    kind: v.literal('interval'),
    relativeWidth: v.pipe(v.number(), v.minValue(0.001), v.maxValue(1)),
  }),
]);
export type StopRule = v.InferOutput<typeof StopRuleSchema>;

/** What every plan has. The same plan and seed give the same order of runs. */
const common = {
  runtimes: v.pipe(
    v.array(RuntimeIdSchema),
    v.minLength(1, 'at least one contender'),
    v.maxLength(MOST_CONTENDERS, `at most ${String(MOST_CONTENDERS)} contenders`),
    v.check((ids) => new Set(ids).size === ids.length, 'each contender once'),
  ),
  /** Of each contender, those that count. */
  runs: v.optional(count(1, MOST_RUNS), 30),
  /** Of each contender before those that count. */
  warmUps: v.optional(count(0, 1000), 2),
  seed: v.optional(count(0, 0xffff_ffff), 1),
  stop: v.optional(StopRuleSchema, { kind: 'runs' }),
  limits: v.optional(LimitsSchema, {}),
  grants: v.optional(GrantsSchema),
};

/** What a runtime may also be started under, as a contender of its own. */
export const STARTUP_CONDITIONS = ['network', 'unpause', 'new-instance'] as const;
export type StartupCondition = (typeof STARTUP_CONDITIONS)[number];

/** What the twin `kernel` computes, in the order in which it is told. */
export const KERNEL_NAMES = [
  'sieve',
  'sha256',
  'matrix',
  'sort',
  'parse',
  'copy',
  'files',
] as const;
export type KernelName = (typeof KERNEL_NAMES)[number];

const PlanSchema = v.variant('experiment', [
  v.strictObject({
    experiment: v.literal('startup'),
    ...common,
    /** Where they apply: a container with the engine’s default network, one that was paused; in V8 a new instance in a process that is up. */
    also: v.optional(
      v.pipe(v.array(v.picklist(STARTUP_CONDITIONS)), v.maxLength(STARTUP_CONDITIONS.length)),
      [],
    ),
    /** The kernel forgets what it holds of files before each start: of the whole machine, and as root only. */
    coldPageCache: v.optional(v.boolean(), false),
    program: v.optional(OwnProgramSchema),
  }),
  v.strictObject({
    experiment: v.literal('memory'),
    ...common,
    toBytes: v.optional(bytes, 128 * 1024 ** 2),
    stepBytes: v.optional(bytes, 8 * 1024 ** 2),
    /** Whether the guest writes to what it gets; what is only reserved is another curve. */
    touched: v.optional(v.boolean(), true),
    program: noOwnProgram('its steps are those that the twin grow says'),
  }),
  v.strictObject({
    experiment: v.literal('speed'),
    ...common,
    /** Absent: all of them. */
    kernels: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.minLength(1))),
    program: noOwnProgram('its kernels are twins that print their own time and checksum'),
  }),
  v.strictObject({
    experiment: v.literal('density'),
    ...common,
    instances: v.optional(count(1, 10_000), 20),
    /** What each holds. */
    holdBytes: v.optional(bytes, 1024 ** 2),
    /** It stops before the machine has less than this free. */
    leaveFreeBytes: v.optional(bytes, 1024 ** 3),
    program: noOwnProgram('an instance has to hold a known memory and wait, which a twin does'),
    /** With V8 among the runtimes: also all instances in one process of it. */
    sharedHost: v.optional(v.boolean(), true),
  }),
  v.strictObject({
    experiment: v.literal('portability'),
    ...common,
    runs: v.optional(count(1, MOST_RUNS), 3),
    warmUps: v.optional(count(0, 1000), 0),
    program: v.optional(OwnProgramSchema),
  }),
  v.strictObject({
    experiment: v.literal('limits'),
    ...common,
    program: noOwnProgram('each limit is met by a twin that goes for it'),
  }),
]);
export const ExperimentPlanSchema = v.pipe(
  PlanSchema,
  v.check(
    (plan) => plan.experiment !== 'memory' || plan.toBytes / plan.stepBytes <= MOST_STEPS,
    `a step of at least a ${String(MOST_STEPS)}th of what is grown to`,
  ),
  v.check(
    (plan) => plan.experiment !== 'memory' || plan.toBytes / plan.stepBytes >= 2,
    'at least two steps',
  ),
  v.check(
    (plan) =>
      plan.experiment !== 'startup' || plan.program === undefined || !plan.also.includes('unpause'),
    'no “unpause” with a program of your own: it takes one that goes on writing, which a twin does',
  ),
);
export type ExperimentPlan = v.InferOutput<typeof ExperimentPlanSchema>;
export type ExperimentPlanInput = v.InferInput<typeof ExperimentPlanSchema>;
export type ExperimentName = ExperimentPlan['experiment'];
export type PlanOf<Name extends ExperimentName> = Extract<ExperimentPlan, { experiment: Name }>;
