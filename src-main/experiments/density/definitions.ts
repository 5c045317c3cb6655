import type { ResidentMemory } from '../../metrics/proc/smaps-rollup.js';
import type { Step } from './step.js';

/** One way to say what so many instances take; absent in a step where it could not be read. */
export interface Definition {
  /** Of measures (`marginal:pss`) and curves (`pss`). */
  id: string;
  label: string;
  of: (step: Step) => number | undefined;
}

const PSS = 'PSS, with what the engine keeps beside it';

/** In the order in which contenders are compared by them: the first that all of them have. */
export const DEFINITIONS: readonly Definition[] = [
  { id: 'pss-all', label: PSS, of: withBesides('pssBytes') },
  { id: 'pss', label: 'PSS of its own processes', of: ({ own }) => own.pssBytes },
  { id: 'available', label: 'fall of free memory', of: ({ fallBytes }) => fallBytes },
  { id: 'privateDirty', label: 'private dirty of its own', of: ({ own }) => own.privateDirtyBytes },
  {
    id: 'privateDirty-all',
    label: 'private dirty, with what the engine keeps beside it',
    of: withBesides('privateDirtyBytes'),
  },
  { id: 'rss', label: 'RSS of its own processes', of: ({ own }) => own.rssBytes },
  { id: 'cgroup', label: 'its cgroup', of: ({ cgroupBytes }) => cgroupBytes },
];

function withBesides(name: keyof ResidentMemory): Definition['of'] {
  return ({ own: { [name]: own }, besides: { [name]: beside } = {} }) =>
    own === undefined || beside === undefined ? undefined : own + beside;
}

/** The part of RSS that others have too, and so is not there twice. */
export function sharedBytes({ own: { rssBytes, pssBytes } }: Step): number | undefined {
  return rssBytes === undefined || pssBytes === undefined ? undefined : rssBytes - pssBytes;
}
