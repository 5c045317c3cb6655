import { describe, expect, it, onTestFinished } from 'vitest';
import { CgroupResident } from '../../../../src-main/metrics/cgroup/resident.js';
import { makeTree, put } from '../kernel-files.js';

const KIB = 1024;

/** A cgroup with one process whose memory a test may change. */
function oneProcess() {
  const root = makeTree({ 'cgroup/cgroup.procs': '77\n' });
  const holds = (kb: number): void =>
    put(root, 'proc/77/smaps_rollup', `Rss: ${kb} kB\nPss: ${kb} kB\nPrivate_Dirty: ${kb} kB\n`);
  holds(100);
  const resident = new CgroupResident(`${root}/cgroup`, `${root}/proc`);
  onTestFinished(() => resident.close());
  const rssAt = (atMs: number, cpuTimeMs: number | undefined, cgroupBytes: number) =>
    resident.read(
      { ...(cpuTimeMs === undefined ? {} : { cpuTimeMs }), memory: { cgroupBytes } },
      atMs,
    ).rssBytes;
  return { holds, rssAt };
}

describe('the fine memory of a container', () => {
  it('is not read again while nothing in it has run and nothing was charged', () => {
    const { holds, rssAt } = oneProcess();
    expect(rssAt(0, 5, 900)).toBe(100 * KIB);
    holds(200);
    expect(rssAt(100, 5, 900)).toBe(100 * KIB);
    expect(rssAt(900, 5, 900)).toBe(100 * KIB);
  });

  it('is read again as soon as something has run', () => {
    const { holds, rssAt } = oneProcess();
    rssAt(0, 5, 900);
    holds(200);
    expect(rssAt(100, 5.000001, 900)).toBe(200 * KIB);
  });

  it('is read again when the kernel charges more or less', () => {
    const { holds, rssAt } = oneProcess();
    rssAt(0, 5, 900);
    holds(50);
    expect(rssAt(100, 5, 800)).toBe(50 * KIB);
  });

  it('is read again after two seconds in any case, for PSS depends on others too', () => {
    const { holds, rssAt } = oneProcess();
    rssAt(0, 5, 900);
    holds(200);
    expect(rssAt(2000, 5, 900)).toBe(200 * KIB);
  });

  it('is read each time where the CPU time is not known', () => {
    const { holds, rssAt } = oneProcess();
    rssAt(0, undefined, 900);
    holds(200);
    expect(rssAt(100, undefined, 900)).toBe(200 * KIB);
  });
});
