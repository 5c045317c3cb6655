import type { GuestProfile, ImportUse } from '../../contract/index.js';
import { flagsOf, withPaths } from './guest-flags.js';
import { MOST_SAID } from './rule.js';
import type { GuestRule } from './rule.js';

/** What is granted and could be left out: it cannot be used, or was not so far. */
type Use = 'impossible' | 'none-so-far' | 'possible';

/**
 * Preview 1 opens and looks at files by `path_…` only (what else there is works on what is open already, and a libc asks for
 * the granted directories at every start); a component imports whole interfaces.
 */
function reachesFiles({ module, name }: ImportUse): boolean {
  return name === undefined ? module.startsWith('wasi:filesystem/') : name.startsWith('path_');
}

function readsEnvironment({ module, name }: ImportUse): boolean {
  return name === undefined ? module.startsWith('wasi:cli/environment') : name === 'environ_get';
}

/** A host function may do anything, so with one nothing is impossible. */
function useOf({ module }: GuestProfile, does: (one: ImportUse) => boolean): Use {
  if (module === undefined) return 'possible';
  const groups = module.importGroups;
  if (groups.some(({ id }) => id === 'host-functions' || id === 'other')) return 'possible';
  const some = groups.flatMap(({ imports }) => imports).filter(does);
  if (some.length === 0) return 'impossible';
  return some.every(({ calls }) => calls === 0) ? 'none-so-far' : 'possible';
}

const SAID = { impossible: 'it imports nothing that could', 'none-so-far': 'so far it has not' };

const directory: GuestRule = {
  id: 'unused-directory',
  appliesTo: 'guest',
  severity: 'minor',
  against: 'least-privilege',
  about(guest) {
    const use = useOf(guest, reachesFiles);
    if (use === 'possible') return [];
    return (guest.grants?.directories ?? []).slice(0, MOST_SAID).map(({ hostPath, guestPath }) => ({
      message: `${hostPath} is granted for nothing: the guest opens no file of it (${SAID[use]}).`,
      change: `without ${withPaths(flagsOf(guest.runtime).directory, hostPath, guestPath)}`,
    }));
  },
};

const environment: GuestRule = {
  id: 'unused-environment',
  appliesTo: 'guest',
  severity: 'minor',
  against: 'least-privilege',
  about(guest) {
    const use = useOf(guest, readsEnvironment);
    const names = guest.grants?.environmentNames ?? [];
    if (use === 'possible' || names.length === 0) return [];
    const shown = names.slice(0, MOST_SAID).join(', ');
    return [
      {
        message: `Variables are granted for nothing: the guest does not read its environment (${SAID[use]}): ${shown}.`,
        change: 'without the flags that set them (--env)',
      },
    ];
  },
};

export const unusedGrants = [directory, environment];
