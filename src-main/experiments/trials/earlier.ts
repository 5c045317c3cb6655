import type { EndedTrial, TrialOptions } from './run-trials.js';
import { Slept } from './run-trials.js';

/** Has the same trials go the same way with what was measured then; stopped where that ends. */
export function measuredEarlier<T>(
  trials: readonly EndedTrial[],
): Pick<TrialOptions<T>, 'measure' | 'signal'> {
  const left = new Map<string, EndedTrial[]>();
  for (const trial of trials) {
    const own = left.get(trial.contender) ?? [];
    left.set(trial.contender, own);
    own.push(trial);
  }
  const stop = new AbortController();
  const measure = (contender: string): Promise<T> => {
    const came = left.get(contender)?.shift()?.came;
    if (came === undefined) stop.abort();
    switch (came?.to) {
      case 'value':
        return Promise.resolve(came.value as T);
      case 'slept':
        return Promise.reject(new Slept());
      default:
        return Promise.reject(new Error(came?.why ?? 'It was not run.'));
    }
  };
  return { measure, signal: stop.signal };
}
