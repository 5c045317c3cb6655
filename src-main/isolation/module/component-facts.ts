import type { Grants, IsolationFact } from '../../contract/index.js';
import type { ComponentProfile } from './component.js';
import { directoriesFact, environmentFact } from './facts.js';

/** What isolates a component (WASI 0.2), as its bytes and the grants declare it. */
export function componentFacts(profile: ComponentProfile, grants: Grants): IsolationFact[] {
  const imports = profile.imports.map(({ name }) => name);
  const wantsSockets = imports.some((name) => name.startsWith('wasi:sockets/'));
  return [
    {
      id: 'component',
      label: 'a component',
      detail:
        'WASI 0.2: its memories are inside it, and it shares none with anybody; how many there are is not read.',
      tone: 'neutral',
      basis: 'declared',
    },
    {
      id: 'imports',
      label: imports.length === 0 ? 'no imports' : `${imports.length} interfaces imported`,
      detail:
        imports.length === 0
          ? 'It imports nothing: it can only compute.'
          : `All that it can call outside itself: ${imports.join(', ')}.`,
      tone: 'strong',
      basis: 'declared',
    },
    directoriesFact(grants),
    {
      id: 'network',
      label: 'no network',
      detail: wantsSockets
        ? 'It imports the interfaces of sockets; the runtime grants no address to them.'
        : 'It imports no interface that opens a connection.',
      tone: 'strong',
      basis: 'declared',
    },
    environmentFact(grants),
  ];
}
