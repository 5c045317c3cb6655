import type { Store } from '../../store/client/store.js';
import type { KeptTrial, Unfinished } from '../../store/index.js';
import { fromKept, toKept } from '../../experiments/index.js';
import type { EndedTrial } from '../../experiments/index.js';
import { resultOfEarlier } from '../experiments/earlier.js';
import type { Ground } from '../experiments/earlier.js';

/** What is kept of a run that has ended. */
export function keptOf({ came, ...trial }: EndedTrial): KeptTrial {
  return {
    ...trial,
    cameTo: came.to,
    ...(came.to === 'failure' ? { why: came.why } : {}),
    ...(came.to === 'value' ? { kept: toKept(came.value) } : {}),
  };
}

/** Experiments whose process was killed: what their runs came to becomes their result. Never rejects. */
export async function finishUnfinished(store: Store): Promise<void> {
  try {
    for (const one of await store.ask('unfinished', {})) {
      const { id, plan, atIso } = one;
      const result = await resultOf(one);
      const { durationMs } = result;
      store.write({
        ...{ kind: 'experiment', id, plan, atIso, outcome: 'interrupted', durationMs, result },
      });
    }
  } catch {
    // Whoever asks next is told what is wrong with the store; the runs are there until then.
  }
}

/** Of an older version, whose values mean nothing here, what was there before stays. */
async function resultOf({ plan, result, ground, trials }: Unfinished) {
  try {
    return await resultOfEarlier({
      ...{ plan, result },
      ground: fromKept(ground) as Ground,
      trials: trials.map(endedOf),
    });
  } catch {
    return result;
  }
}

function endedOf({ cameTo, why, kept, ...trial }: KeptTrial): EndedTrial {
  switch (cameTo) {
    case 'value':
      return { ...trial, came: { to: cameTo, value: fromKept(kept ?? '') } };
    case 'failure':
      return { ...trial, came: { to: cameTo, why: why ?? '' } };
    case 'slept':
      return { ...trial, came: { to: cameTo } };
  }
}
