import type { ExperimentName, ExperimentResult } from '../../contract/index.js';
import type { ExperimentContext } from '../experiment.js';
import { measuredEarlier } from './earlier.js';
import { runTrials } from './run-trials.js';
import type { TrialOptions, TrialRules, TrialsResult } from './run-trials.js';

/** How the trials stand beside their values. */
export type TrialsSoFar = Omit<TrialsResult<unknown>, 'values'>;

export interface Collected<T> {
  /** By contender, those that count, in the order of the runs. A list is never changed: it is replaced. */
  values: ReadonlyMap<string, readonly T[]>;
  trials: TrialsSoFar;
}

export interface Collection<T>
  extends Pick<TrialOptions<T>, 'measure' | 'numberOf'>, Pick<TrialRules, 'contenders' | 'every'> {
  resultOf: (collected: Collected<T>) => ExperimentResult;
}

const UNDER_WAY: Omit<TrialsSoFar, 'order'> = {
  failures: new Map(),
  dropped: [],
  warnings: [],
  isPartial: true,
};

/** Runs the trials that the plan asks for and tells of each; the result of what there is at the end. Never rejects. */
export async function collectTrials<T, Name extends ExperimentName>(
  context: Pick<
    ExperimentContext<Name>,
    'plan' | 'signal' | 'gate' | 'onProgress' | 'onEnded' | 'earlier'
  >,
  { contenders, every, measure, numberOf, resultOf }: Collection<T>,
): Promise<ExperimentResult> {
  const { signal, gate, onProgress, onEnded, earlier } = context;
  const { runs, warmUps, seed, stop } = context.plan;
  const values = new Map<string, readonly T[]>(contenders.map((id) => [id, []]));
  const order = new Map<string, number[]>();
  const trials = await runTrials<T>(
    { contenders, runs, warmUps, seed, stop, ...(every === undefined ? {} : { every }) },
    {
      measure,
      numberOf,
      ...(onEnded === undefined ? {} : { onEnded }),
      onTrial: (trial, progress) => {
        if (trial !== undefined && !trial.isWarmUp) {
          const { contender, value, nth } = trial;
          values.set(contender, [...(values.get(contender) ?? []), value]);
          order.set(contender, [...(order.get(contender) ?? []), nth]);
        }
        onProgress(progress, () => resultOf({ values, trials: { ...UNDER_WAY, order } }));
      },
      signal,
      gate,
      ...(earlier === undefined ? {} : measuredEarlier<T>(earlier.trials)),
    },
  );
  return resultOf({ values, trials });
}
