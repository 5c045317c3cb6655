import { wholePages } from '../../isolation/module/index.js';
import { cpuHolder } from '../module/cpu-cgroup.js';
import { LAB_HOLDERS, severalMemories } from '../module/limits.js';
import type { Held, Holders } from '../module/limits.js';
import type { Variant } from './engine.js';

/** Who holds each limit of a variant: the engine where it can, otherwise the lab from outside. */
export function holdersOf(variant: Variant): Holders {
  return { ...LAB_HOLDERS, memory: CAPPED_MODULE, cpus: cpuHolder(), ...variant.limits };
}

/** A limit that the engine's own command line holds. */
export function flag(how: string, flags: (value: number) => string[]): Held {
  return { by: 'engine-flag', how, flags };
}

/** The same for a bound that an engine counts in pages and for each memory. */
export function pageFlag(how: string, flags: (pages: number) => string[]): Held {
  return { ...flag(how, (bytes) => flags(wholePages(bytes))), unless: severalMemories };
}

const CAPPED_MODULE: Held = {
  by: 'module-maximum',
  how: 'the lab lowers the memory maximum in a copy of the module',
  unless: (profile) =>
    profile.memories.some(({ isImported }) => isImported)
      ? 'the module imports its memory'
      : severalMemories(profile),
};
