import type {
  ExperimentName,
  ExperimentPlanInput,
  Grants,
  KernelName,
  OwnProgram,
  RuntimeInfo,
  StartupCondition,
  StopRule,
} from '../../../../src-main/contract/index.js';
import { KERNEL_NAMES, STARTUP_CONDITIONS } from '../../../../src-main/contract/index.js';
import { t } from '../../../i18n/index.js';
import type { Words } from '../../../i18n/index.js';
import { withMark } from '../../../text/format.js';
import type { Read } from '../../../text/read-fields.js';
import { LIMIT_FIELDS, OWN_FIELDS, PLAN_KINDS } from './plan-kinds.js';
import type { LimitField, OwnField } from './plan-kinds.js';
import { NO_PROGRAM, readGrants, readProgram } from './plan-program.js';
import type { ProgramField, ProgramTexts } from './plan-program.js';

export type StopKind = StopRule['kind'];

/** As it is typed. */
export interface PlanTexts {
  runs: string;
  warmUps: string;
  seed: string;
  stop: StopKind;
  /** Seconds for each contender. */
  seconds: string;
  /** Percent of the median. */
  percent: string;
  own: Partial<Record<OwnField, string>>;
  limits: Partial<Record<LimitField, string>>;
  touched: boolean;
  /** Of a start: under which conditions too. */
  also: Record<StartupCondition, boolean>;
  /** Of a start: with an empty page cache, which only root may have. */
  coldPageCache: boolean;
  program: ProgramTexts;
  /** Of speed: those that are computed. */
  kernels: Record<KernelName, boolean>;
}

type Field = 'runtimes' | 'kernels' | 'runs' | 'warmUps' | 'seed' | 'seconds' | 'percent';
export type PlanErrors = Partial<Record<Field | OwnField | LimitField | ProgramField, string>>;

export const STOP_WORDS: Record<StopKind, Words> = {
  runs: 'After all runs',
  time: 'After a time',
  interval: 'When the interval is narrow',
};

const NOTHING_MORE = { network: false, unpause: false, 'new-instance': false };
const ALL_KERNELS = Object.fromEntries(KERNEL_NAMES.map((name) => [name, true])) as Record<
  KernelName,
  boolean
>;
const MOST_RUNTIMES = 48;
/** Of the contract: a line through more steps says no more, one through fewer nothing. */
const STEPS = { least: 2, most: 512 };
const FIRST_CONTAINERS = 1;
const FIRST_WASM = 3;

export function firstTexts(name: ExperimentName): PlanTexts {
  const { runs, warmUps, own } = PLAN_KINDS[name];
  return {
    ...{ runs, warmUps, seed: '1', stop: 'runs', seconds: '60', percent: '5' },
    ...{
      own: { ...own },
      limits: {},
      touched: true,
      also: { ...NOTHING_MORE },
      coldPageCache: false,
      program: { ...NO_PROGRAM },
      kernels: { ...ALL_KERNELS },
    },
  };
}

/** What goes to the lab, or what does not fit, field by field. */
export function readPlan(
  experiment: ExperimentName,
  runtimes: readonly string[],
  texts: PlanTexts,
): { plan: ExperimentPlanInput } | { errors: PlanErrors } {
  const errors: PlanErrors = {};
  if (runtimes.length === 0) errors.runtimes = t('Choose at least one.');
  if (runtimes.length > MOST_RUNTIMES)
    errors.runtimes = t('At most {{most}}.', { most: MOST_RUNTIMES });
  const common = {
    runtimes: [...runtimes],
    runs: whole(errors, 'runs', texts.runs, 1, 100_000),
    warmUps: whole(errors, 'warmUps', texts.warmUps, 0, 1000),
    seed: whole(errors, 'seed', texts.seed, 0, 0xffff_ffff),
    stop: stopOf(texts, errors),
    limits: readEach(LIMIT_FIELDS, PLAN_KINDS[experiment].limits, texts.limits, errors),
  };
  const own = readEach(OWN_FIELDS, PLAN_KINDS[experiment].own, texts.own, errors);
  const program =
    PLAN_KINDS[experiment].twin === undefined ? {} : programPart(texts, runtimes, errors);
  if (experiment === 'memory') checkSteps(own, errors);
  const kernels = experiment === 'speed' ? kernelsPart(texts, errors) : {};
  if (Object.keys(errors).length > 0) return { errors };
  if (experiment === 'memory') {
    return { plan: { experiment, ...common, ...own, touched: texts.touched } };
  }
  if (experiment === 'startup') {
    const also = STARTUP_CONDITIONS.filter(
      (condition) => texts.also[condition] && isPossible(condition, texts.program),
    );
    const { coldPageCache } = texts;
    return {
      plan: { experiment, ...common, also, ...(coldPageCache && { coldPageCache }), ...program },
    };
  }
  if (experiment === 'portability') {
    return { plan: { experiment, ...common, ...program } };
  }
  return { plan: { experiment, ...common, ...own, ...kernels } };
}

/** Nothing said is all of them. */
function kernelsPart({ kernels }: PlanTexts, errors: PlanErrors): { kernels?: KernelName[] } {
  const chosen = KERNEL_NAMES.filter((name) => kernels[name]);
  if (chosen.length === 0) errors.kernels = 'Choose at least one.';
  return chosen.length === KERNEL_NAMES.length ? {} : { kernels: chosen };
}

/** What only a program of the user's own may reach goes with it. */
function programPart(
  { program: texts }: PlanTexts,
  runtimes: readonly string[],
  errors: PlanErrors,
): { program?: OwnProgram; grants?: Grants } {
  const program = readProgram(texts, runtimes, errors);
  if (program === undefined) return {};
  const grants = readGrants(texts, errors);
  return { program, ...(grants !== undefined && { grants }) };
}

/** What is unpaused has to go on writing, which only the twin is known to do. */
export function isPossible(condition: StartupCondition, { image, module }: ProgramTexts): boolean {
  return condition !== 'unpause' || (image.trim() === '' && module.trim() === '');
}

/** Those of an experiment that are filled in. */
function readEach<Name extends OwnField | LimitField>(
  fields: Record<Name, { read: (text: string) => Read<number | undefined> }>,
  wanted: Partial<Record<Name, string>>,
  texts: Partial<Record<Name, string>>,
  errors: PlanErrors,
): Partial<Record<Name, number>> {
  const values: Partial<Record<Name, number>> = {};
  for (const name of Object.keys(wanted) as Name[]) {
    const read = fields[name].read(texts[name] ?? '');
    if ('error' in read) errors[name] = read.error;
    else if (read.value !== undefined) values[name] = read.value;
  }
  return values;
}

function checkSteps({ toBytes, stepBytes }: Partial<Record<OwnField, number>>, errors: PlanErrors) {
  if (toBytes === undefined || stepBytes === undefined) return;
  const steps = toBytes / stepBytes;
  if (steps >= STEPS.least && steps <= STEPS.most) return;
  errors.stepBytes = t('{{least}} to {{most}} steps in all.', STEPS);
}

function stopOf({ stop, seconds, percent }: PlanTexts, errors: PlanErrors): StopRule {
  if (stop === 'time') {
    return { kind: stop, ms: number(errors, 'seconds', seconds, 0.001, 86_400) * 1000 };
  }
  if (stop === 'interval') {
    return { kind: stop, relativeWidth: number(errors, 'percent', percent, 0.1, 100) / 100 };
  }
  return { kind: stop };
}

function number(
  errors: PlanErrors,
  name: Field,
  text: string,
  least: number,
  most: number,
): number {
  const value = /^\d+([.,]\d+)?$/.test(text.trim())
    ? Number(text.trim().replace(',', '.'))
    : Number.NaN;
  if (!(value >= least && value <= most)) {
    errors[name] = t('Between {{least}} and {{most}}.', {
      least: grouped(least),
      most: grouped(most),
    });
  }
  return value;
}

function whole(errors: PlanErrors, name: Field, text: string, least: number, most: number): number {
  const value = number(errors, name, text, least, most);
  if (!Number.isInteger(value)) errors[name] ??= t('A whole number.');
  return value;
}

/** A few of both worlds for a first experiment: plain ones, that need no page. */
export function firstChoice(here: readonly RuntimeInfo[]): string[] {
  const containers = here.filter(({ kind }) => kind === 'container');
  const wasm = here.filter(
    ({ kind, id }) => kind === 'wasm' && !id.includes(':') && id !== 'browser',
  );
  return [...containers.slice(0, FIRST_CONTAINERS), ...wasm.slice(0, FIRST_WASM)].map(
    ({ id }) => id,
  );
}

function grouped(value: number): string {
  return withMark(String(value)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
