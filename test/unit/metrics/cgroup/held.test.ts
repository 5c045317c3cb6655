import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCgroupHeld } from '../../../../src-main/metrics/cgroup/held.js';
import { captured, makeTree, rootsAt, rootsOf } from '../kernel-files.js';

const MIB = 1024 ** 2;
const TREES = readdirSync(captured('cgroup2'));

describe.each(TREES)('what a real cgroup of version 2 holds: %s', (tree) => {
  it('is its limits with their use', () => {
    const text = readFileSync(captured(`cgroup2/${tree}/container.json`), 'utf8');
    const { pid, id } = JSON.parse(text) as { pid: number; id: string };
    const held = readCgroupHeld({ pid, containerId: id, ...rootsOf(`cgroup2/${tree}`) });
    expect(held?.memory.limit).toBe(64 * MIB);
    expect(held?.memory.now).toBeGreaterThan(MIB);
    expect(held?.memory.hits).toBe(0);
    expect(held?.pids.limit).toBeDefined();
  });
});

const DIRECTORY = 'sys/fs/cgroup/box';
const PROC = {
  'proc/self/mountinfo': '1 0 0:30 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n',
  'proc/self/cgroup': '0::/\n',
  'proc/7/cgroup': '0::/box\n',
  [`${DIRECTORY}/cgroup.procs`]: '7\n',
};

describe('what a cgroup of version 2 holds', () => {
  it('counts how often each limit was hit', () => {
    const root = makeTree({
      ...PROC,
      [`${DIRECTORY}/memory.max`]: '1048576\n',
      [`${DIRECTORY}/memory.current`]: '4096\n',
      [`${DIRECTORY}/memory.events`]: 'low 0\nmax 9\noom 3\noom_kill 2\n',
      [`${DIRECTORY}/memory.swap.max`]: 'max\n',
      [`${DIRECTORY}/memory.swap.current`]: '0\n',
      [`${DIRECTORY}/memory.swap.events`]: 'high 0\nmax 4\nfail 1\n',
      [`${DIRECTORY}/cpu.max`]: '50000 100000\n',
      [`${DIRECTORY}/cpu.stat`]: 'usage_usec 5\nnr_periods 10\nnr_throttled 6\n',
      [`${DIRECTORY}/pids.max`]: 'max\n',
      [`${DIRECTORY}/pids.current`]: '3\n',
      [`${DIRECTORY}/pids.events`]: 'max 8\n',
    });
    expect(readCgroupHeld({ pid: 7, ...rootsAt(root) })).toEqual({
      memory: { limit: 1048576, now: 4096, hits: 2 },
      swap: { limit: 'unlimited', now: 0, hits: 4 },
      cpu: { limit: 0.5, hits: 6 },
      pids: { limit: 'unlimited', now: 3, hits: 8 },
    });
  });

  it('says nothing of a controller that is not enabled, and does not call it unlimited', () => {
    const held = readCgroupHeld({ pid: 7, ...rootsAt(makeTree(PROC)) });
    expect(held).toEqual({ memory: {}, swap: {}, cpu: {}, pids: {} });
  });
});

it('a cgroup that cannot be seen holds nothing that is known', () => {
  expect(readCgroupHeld({ pid: 9, ...rootsAt(makeTree(PROC)) })).toBeUndefined();
});
