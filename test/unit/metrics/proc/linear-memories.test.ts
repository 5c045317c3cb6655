import { describe, expect, it, onTestFinished } from 'vitest';
import { createProcessMeter } from '../../../../src-main/metrics/process-meter.js';
import { LinearMemories } from '../../../../src-main/metrics/proc/linear-memories.js';
import { findLinearMemories } from '../../../../src-main/metrics/proc/maps.js';
import { parseStatm } from '../../../../src-main/metrics/proc/statm.js';
import { copyOf, DEFAULT_PID, makeTree, put } from '../kernel-files.js';

const GIB = 2 ** 30;
const PAGE = 65_536;

/** One memory of so many pages at so many times 16 GiB, with its guard. */
function memory(at: number, pages: number, reserved = 8 * GIB, before = 0): string {
  const start = at * 16 * GIB;
  const [hex, end, last] = [start - before, start + pages * PAGE, start + reserved].map((address) =>
    address.toString(16),
  );
  return `${hex}-${end} rw-p 00000000 00:00 0 \n${end}-${last} ---p 00000000 00:00 0 \n`;
}

function process(size: number, data: number, maps: string) {
  const root = makeTree({ statm: `${size} 5 5 5 0 ${data} 0\n`, maps });
  let nowMs = 0;
  const memories = new LinearMemories(root, [8 * GIB], () => nowMs);
  onTestFinished(() => memories.close());
  return {
    memories,
    become: (nextSize: number, nextData: number, next: string) => {
      put(root, 'statm', `${nextSize} 5 5 5 0 ${nextData} 0\n`);
      put(root, 'maps', next);
    },
    wait: (ms: number) => (nowMs += ms),
  };
}

describe('the linear memories of a process', () => {
  it('are summed, and followed as they grow', () => {
    const { memories, become } = process(5_000_000, 10, memory(1, 2) + memory(2, 3));
    expect(memories.read()).toBe(5 * PAGE);
    expect(memories.count).toBe(2);
    become(5_000_000, 170, memory(1, 2) + memory(2, 13));
    expect(memories.read()).toBe(15 * PAGE);
  });

  it('are looked for again when gigabytes were mapped, or one of them is gone', () => {
    const { memories, become } = process(3_000_000, 10, memory(1, 2));
    expect(memories.read()).toBe(2 * PAGE);
    become(5_000_000, 20, memory(1, 2) + memory(2, 3));
    expect(memories.read()).toBe(5 * PAGE);
    become(5_000_001, 20, memory(3, 7));
    expect(memories.read()).toBe(7 * PAGE);
  });

  it('are not read again while nothing was mapped, but after a second in any case', () => {
    const { memories, become, wait } = process(3_000_000, 10, memory(1, 2));
    expect(memories.read()).toBe(2 * PAGE);
    become(3_000_000, 10, memory(1, 4));
    expect(memories.read()).toBe(2 * PAGE);
    wait(1000);
    expect(memories.read()).toBe(4 * PAGE);
  });

  it('are absent in a process without one', () => {
    const { memories } = process(100, 10, '10000-20000 rw-p 00000000 00:00 0 \n');
    expect(memories.read()).toBeUndefined();
    expect(memories.count).toBe(0);
  });

  it('are found with what the kernel shows as one range with them, in any of the sizes', () => {
    const maps = memory(1, 2, 4 * GIB, 4096);
    expect(findLinearMemories(maps, [8 * GIB, 4 * GIB])).toEqual([
      { start: BigInt(16 * GIB), bytes: 2 * PAGE },
    ]);
    expect(findLinearMemories(maps, 8 * GIB)).toEqual([]);
  });
});

describe('statm', () => {
  it('has the size and the data of a process, and nothing of one that is gone', () => {
    expect(parseStatm('1163446 11795 5322 8479 0 9527 0\n')).toEqual({ size: 1163446, data: 9527 });
    expect(parseStatm('')).toBeUndefined();
  });
});

describe('a coarse meter', () => {
  it('has the RSS of status and no PSS, and reads nothing of another process with the pid', () => {
    const procRoot = `${copyOf('docker-default')}/proc`;
    const coarse = createProcessMeter({ pid: DEFAULT_PID, procRoot, fineMemory: false });
    const other = createProcessMeter({ pid: DEFAULT_PID, procRoot, startTicks: 1 });
    onTestFinished(() => [coarse, other].forEach((meter) => meter.close()));
    expect(Object.keys(coarse.read()?.memory ?? {})).toEqual(['rssBytes']);
    expect(other.read()).toBeUndefined();
  });
});
