import { formatBytes } from '../../contract/index.js';
import type { GuestProfile, LimitWall } from '../../contract/index.js';
import { closed, from, open, partly, unknown } from './check.js';
import type { ContainerCheck, Finding, GuestCheck } from './check.js';
import { isOnlyFile } from './imports.js';

const question = 'memory';
const told = ['declared', 'effective'] as const;

export function limitOf(
  { limits }: { limits: readonly LimitWall[] },
  name: LimitWall['name'],
): LimitWall | undefined {
  return limits.find((limit) => limit.name === name);
}

const memoryLimit: ContainerCheck = {
  id: 'memory-limit',
  question,
  appliesTo: 'container',
  mechanism: 'cgroup',
  bases: told,
  answer(profile, basis) {
    const source = basis === 'declared' ? 'HostConfig.Memory' : 'cgroup memory limit';
    const limit = limitOf(profile, 'memory');
    const value = limit?.[basis];
    if (value === undefined) {
      return unknown('unknown: its limit could not be read', from(source, 'absent'));
    }
    if (value === 'unlimited') {
      return open('yes: up to all of the host’s memory', from(source, value), '--memory 256m');
    }
    const hits = limit?.hits === undefined ? [] : from('OOM kills', limit.hits);
    return closed(`no: at most ${formatBytes(value)}`, [...from(source, value), ...hits]);
  },
};

/** With a limit on memory, what is beyond it goes to swap first. */
const swapLimit: ContainerCheck = {
  id: 'swap-limit',
  question,
  appliesTo: 'container',
  mechanism: 'cgroup',
  bases: told,
  answer(profile, basis) {
    const memory = limitOf(profile, 'memory')?.[basis];
    const swap = limitOf(profile, 'swap')?.[basis];
    if (typeof memory !== 'number' || swap === undefined) return undefined;
    const source = basis === 'declared' ? 'HostConfig.MemorySwap' : 'cgroup swap limit';
    const hint = `--memory-swap ${memory}`;
    if (swap === 'unlimited') {
      return partly('partly: into swap, which has no limit', from(source, swap), hint);
    }
    if (swap === 0) return closed('no: and no swap', from(source, swap));
    return partly(`partly: into swap, up to ${formatBytes(swap)}`, from(source, swap), hint);
  },
};

const linearMemory: GuestCheck = {
  id: 'linear-memory',
  question,
  appliesTo: 'guest',
  mechanism: 'linear memory',
  bases: told,
  answer(guest, basis) {
    const value = limitOf(guest, 'memory')?.[basis];
    if (typeof value === 'number') return bounded(value, guest);
    if (basis === 'effective') return undefined;
    return byModule(guest);
  },
};

function bounded(value: number, guest: GuestProfile): Finding {
  const by = limitOf(guest, 'memory')?.heldBy ?? 'limit';
  return closed(`no: at most ${formatBytes(value)}`, from(by, value));
}

function byModule(guest: GuestProfile): Finding {
  const { module } = guest;
  if (module === undefined || (module.kind === 'component' && module.memories.length === 0)) {
    return unknown('unknown: its memories could not be read', from('memory section', 'absent'));
  }
  const source = 'memory section';
  if (module.memories.length === 0) return closed('no: it has no memory', from(source, 'none'));
  const unbounded = module.memories.find(({ maximumBytes }) => maximumBytes === undefined);
  if (unbounded === undefined) {
    const sum = module.memories.reduce((all, { maximumBytes = 0 }) => all + maximumBytes, 0);
    return closed(`no: at most ${formatBytes(sum)}`, from(source, `maximum ${sum} bytes`));
  }
  const hint = isOnlyFile(guest) ? 'link it with --max-memory=BYTES' : 'a cap of the runtime';
  const evidence = from(source, `${unbounded.is64Bit ? '64-bit' : '32-bit'}, no maximum`);
  if (unbounded.is64Bit) return open('yes: 64-bit, with no maximum', evidence, hint);
  return partly('partly: up to 4 GiB, with no maximum', evidence, hint);
}

export const memory = [memoryLimit, swapLimit, linearMemory];
