import type { ExperimentName, ExperimentPlan } from './experiment-plan.js';
import type { Measure } from './experiment-result.js';
import type { ExperimentEntry } from './history.js';
import type { Environment } from './run.js';

/** The figures of a measure, without its raw values. */
export interface TrendValue extends Pick<Measure, 'n' | 'median' | 'ci95'> {
  /** Of the measure. */
  id: string;
}

/** One contender of one experiment. */
export interface TrendContender {
  runtime: string;
  version?: string;
  values: TrendValue[];
}

/** An experiment as far as its trend is concerned. */
export interface TrendRecord {
  id: string;
  atIso: string;
  outcome: ExperimentEntry['outcome'];
  /** Of all its contenders, in the order in which they were met. */
  measures: TrendMeasure[];
  contenders: TrendContender[];
  environment: Environment;
}

export interface TrendMeasure {
  id: string;
  title: string;
  unit: string;
}

/** What is otherwise than the time before: what a step of the line may come from. */
export interface EnvironmentChange {
  what:
    | 'machine'
    | 'system'
    | 'kernel'
    | 'cgroup'
    | 'governor'
    | 'engine'
    | 'paralelo'
    /** The version of the runtime that `runtime` names. */
    | 'runtime';
  runtime?: string;
  from: string;
  to: string;
}

export interface TrendPoint extends Pick<TrendRecord, 'id' | 'atIso' | 'outcome'> {
  contenders: TrendContender[];
  changes: EnvironmentChange[];
}

/** One question, asked again and again. */
export interface Trend {
  experiment: ExperimentName;
  /** The contenders of the one that was asked about. */
  runtimes: string[];
  /** The one that contenders are compared by first. */
  measures: TrendMeasure[];
  /** The oldest first; the one that was asked about is among them. */
  points: TrendPoint[];
  /** Older ones that are not told. */
  left: number;
}

/** Whatever the order of the runs, their number, and who was asked besides: what a contender was asked is the same. */
export function asksTheSame(one: ExperimentPlan, other: ExperimentPlan): boolean {
  return questionOf(one) === questionOf(other);
}

const NOT_ASKED = new Set(['runtimes', 'runs', 'warmUps', 'seed', 'stop']);

function questionOf(plan: ExperimentPlan): string {
  const asked = Object.entries(plan).filter(([name]) => !NOT_ASKED.has(name));
  return JSON.stringify(inOrder(Object.fromEntries(asked)));
}

/** The same words in another order say the same. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => [name, inOrder(part)]);
}
