import type {
  ExperimentPlan,
  ExperimentResult,
  RuntimeInfo,
  Warning,
} from '../../contract/index.js';
import { Gate } from '../../experiments/index.js';
import type { EndedTrial, ExperimentContext } from '../../experiments/index.js';
import { experimentOf } from './context.js';

/** What an experiment needs besides its values to come to a result. */
export interface Ground {
  runtimes: readonly RuntimeInfo[];
  hasNative: boolean;
  /** What it found out before its first run. */
  noted?: unknown;
}

export interface EarlierExperiment {
  plan: ExperimentPlan;
  /** As it stood some runs before its end. */
  result: ExperimentResult;
  ground: Ground;
  trials: readonly EndedTrial[];
}

const INTERRUPTED: Warning = {
  code: 'interrupted',
  message:
    'Paralelo ended before this experiment did: every run that had ended by then is in it, the one under way is not.',
  hint: 'Run it again for a whole result.',
};

/** The result of all runs that had ended: the experiment itself works it out, and nothing runs. Rejects where it cannot. */
export async function resultOfEarlier(earlier: EarlierExperiment): Promise<ExperimentResult> {
  const { plan, result, trials } = earlier;
  const experiment = experimentOf(plan.experiment) as (
    context: unknown,
  ) => Promise<ExperimentResult>;
  const found = await experiment(contextOf(earlier));
  const known = new Set(found.warnings.map(({ code }) => code));
  return {
    ...found,
    durationMs: Math.max(result.durationMs, trials.at(-1)?.atMs ?? 0),
    warnings: [
      ...found.warnings,
      ...result.warnings.filter(({ code }) => !known.has(code)),
      INTERRUPTED,
    ],
  };
}

function contextOf({
  plan,
  result,
  ground,
  trials,
}: EarlierExperiment): ExperimentContext<ExperimentPlan['experiment']> {
  const nothing = (): Promise<never> => Promise.reject(new Error('nothing runs'));
  return {
    plan,
    runtimes: ground.runtimes,
    ...{ runOne: nothing, runHeard: nothing, runKept: nothing, hold: nothing },
    ...{ imageOf: nothing, moduleOf: nothing, openSharedHost: nothing },
    ...(ground.hasNative ? { native: nothing } : {}),
    inFolder: (work) => work(''),
    environment: result.environment,
    signal: new AbortController().signal,
    gate: new Gate(),
    noted: <T>() => Promise.resolve(ground.noted as T),
    onProgress: () => undefined,
    earlier: { trials, result },
  };
}
