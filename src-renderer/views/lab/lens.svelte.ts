import { MEMORY_DEFINITIONS } from '../../../src-main/contract/index.js';
import type {
  MemoryDefinition,
  MemoryName,
  RuntimeKind,
} from '../../../src-main/contract/index.js';

const FIRST: Record<RuntimeKind, MemoryName[]> = {
  container: ['workingSetBytes'],
  wasm: ['linearBytes', 'rssBytes'],
};

/** One pattern a definition, so that lines are told apart without colour. */
const DASHES: Record<MemoryName, readonly number[]> = {
  workingSetBytes: [],
  linearBytes: [],
  cgroupBytes: [10, 3],
  anonBytes: [2, 2],
  rssBytes: [5, 3],
  pssBytes: [2, 4],
  privateDirtyBytes: [8, 3, 2, 3],
  linearMaxBytes: [12, 3, 1, 3],
  limitBytes: [],
};

export function dashOf(name: MemoryName): readonly number[] {
  return DASHES[name];
}

/** What can be looked at for a kind; the limit is always drawn, as the amber line. */
export function definitionsOf(kind: RuntimeKind): MemoryDefinition[] {
  return MEMORY_DEFINITIONS.filter(
    ({ name, kinds }) => name !== 'limitBytes' && kinds.includes(kind),
  );
}

/** Which definitions of memory are drawn, for containers and for Wasm each. */
export class Lens {
  chosen = $state.raw(FIRST);

  has(kind: RuntimeKind, name: MemoryName): boolean {
    return this.chosen[kind].includes(name);
  }

  /** In the order of the contract's list. */
  of(kind: RuntimeKind): MemoryDefinition[] {
    return definitionsOf(kind).filter(({ name }) => this.has(kind, name));
  }

  toggle(kind: RuntimeKind, name: MemoryName): void {
    const names = this.chosen[kind];
    this.chosen = {
      ...this.chosen,
      [kind]: this.has(kind, name) ? names.filter((other) => other !== name) : [...names, name],
    };
  }
}
