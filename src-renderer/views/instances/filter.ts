import type { Instance } from '../../../src-main/contract/index.js';

const haystacks = new WeakMap<Instance, string>();

/** Every word must be somewhere in what names it: name, id, image or module, project, runtime, arguments. */
export function matches(instance: Instance, needle: string): boolean {
  const words = needle
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const haystack = haystackOf(instance);
  return words.every((word) => haystack.includes(word));
}

function haystackOf(instance: Instance): string {
  const known = haystacks.get(instance);
  if (known !== undefined) return known;
  const { name, id, kind, program, project, service, engine, runtime, state, pid, args } = instance;
  const parts = [name, id, kind, program, project, service, engine, runtime, state, pid, ...args];
  const haystack = parts
    .filter((part) => part !== undefined)
    .join('\n')
    .toLowerCase();
  haystacks.set(instance, haystack);
  return haystack;
}
