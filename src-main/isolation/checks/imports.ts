import type { GuestProfile, ImportGroup, QuestionId } from '../../contract/index.js';
import { counted, from, unknown } from './check.js';
import type { GuestCheck } from './check.js';

/** A file is nobody's guest yet: no runtime has granted it anything. */
export function isOnlyFile({ runtime, hostProcess, grants }: GuestProfile): boolean {
  return runtime === undefined && hostProcess === undefined && grants === undefined;
}

/** What it imports for this; undefined where the module could not be read. */
export function importsOf(
  { module }: GuestProfile,
  ...ids: ImportGroup['id'][]
): string[] | undefined {
  return module?.importGroups
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ imports }) => imports)
    .map(({ module: from, name }) => (name === undefined ? from : `${from}.${name}`));
}

/** A function of the host's own can do whatever its author wrote: what that is, no profile tells. */
export function unknownHostFunctions(question: QuestionId): GuestCheck {
  return {
    id: `host-functions-${question}`,
    question,
    appliesTo: 'guest',
    mechanism: 'imports',
    bases: ['declared'],
    answer(guest) {
      const names = importsOf(guest, 'host-functions') ?? [];
      if (names.length === 0) return undefined;
      const says = `unknown: what ${counted(names.length, 'host function')} can do`;
      return unknown(says, from('imports', names.slice(0, 40).join(' ')));
    },
  };
}
