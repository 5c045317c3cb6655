import { describe, expect, it } from 'vitest';
import { parseBlkio, parseIoStat } from '../../../../src-main/metrics/cgroup/block-io.js';
import { readCgroupLimits } from '../../../../src-main/metrics/cgroup/limits.js';
import { parseProcs } from '../../../../src-main/metrics/cgroup/processes.js';
import { parseMemoryV1 } from '../../../../src-main/metrics/cgroup/v1.js';
import { parseMemoryV2 } from '../../../../src-main/metrics/cgroup/v2.js';
import { CGROUP2_PID, DEFAULT_PID, makeTree, rootsOf } from '../kernel-files.js';

const UNLIMITED = '9223372036854771712';

describe('memory of cgroup version 1', () => {
  const stat = [
    'cache 3000',
    'rss 10',
    'inactive_file 5',
    'hierarchical_memory_limit 4096',
    'total_cache 9000',
    'total_rss 4000',
    'total_rss_huge 1',
    'total_inactive_file 2000',
  ].join('\n');

  it('counts the children too, and takes the inactive page cache off the working set', () => {
    expect(parseMemoryV1('10000\n', stat)).toEqual({
      cgroupBytes: 10000,
      workingSetBytes: 8000,
      anonBytes: 4000,
      limitBytes: 4096,
    });
  });

  it('has no limit when the kernel says its highest number', () => {
    const unlimited = stat.replace('4096', UNLIMITED);
    expect('limitBytes' in parseMemoryV1('10000\n', unlimited)).toBe(false);
  });

  it('never shows a working set below zero: the two files are read one after the other', () => {
    expect(parseMemoryV1('1000\n', stat).workingSetBytes).toBe(0);
  });

  it('has no working set when one half of it is missing', () => {
    expect(parseMemoryV1('1000\n', undefined)).toEqual({ cgroupBytes: 1000 });
  });
});

describe('memory of cgroup version 2', () => {
  it('reads names that begin like others', () => {
    const stat = 'anon 40\nanon_thp 7\nfile 5\ninactive_anon 3\ninactive_file 2\n';
    const memory = parseMemoryV2('50\n', stat, undefined);
    expect(memory).toEqual({ cgroupBytes: 50, workingSetBytes: 48, anonBytes: 40 });
  });
});

describe('block I/O', () => {
  it('sums the devices of version 1 and leaves the total and other operations out', () => {
    const text =
      '8:0 Read 4096\n8:0 Write 100\n8:0 Sync 50\n8:0 Total 4196\n8:16 Read 4\nTotal 4200\n';
    expect(parseBlkio(text)).toEqual({ readBytes: 4100, writtenBytes: 100 });
  });

  it('is 0 for a version 1 container that used no device, and absent for an empty file', () => {
    expect(parseBlkio('Total 0\n')).toEqual({ readBytes: 0, writtenBytes: 0 });
    expect(parseBlkio('')).toBeUndefined();
  });

  it('sums the devices of version 2 and leaves discards and operations out', () => {
    const text = '8:0 rbytes=10 wbytes=1 rios=9 wios=9 dbytes=99 dios=9\n8:16 rbytes=5 wbytes=2\n';
    expect(parseIoStat(text)).toEqual({ readBytes: 15, writtenBytes: 3 });
  });

  it('is 0 for a version 2 container that used no device', () => {
    expect(parseIoStat('')).toEqual({ readBytes: 0, writtenBytes: 0 });
  });
});

describe('the limits in force', () => {
  it('are those of a real container in version 1', () => {
    const limits = readCgroupLimits({ pid: DEFAULT_PID, ...rootsOf('docker-default') });
    expect(limits).toEqual({ memoryBytes: 64 * 1024 ** 2, cpus: 0.5, pids: 32 });
  });

  it('are those of its files in version 2', () => {
    const limits = readCgroupLimits({ pid: CGROUP2_PID, ...rootsOf('docker-cgroup2') });
    expect(limits).toEqual({ memoryBytes: 64 * 1024 ** 2, cpus: 0.5, pids: 32 });
  });

  const tree = (slice: string, own: string) =>
    makeTree({
      'proc/self/mountinfo': '33 24 0:28 / /cg rw - cgroup2 cgroup2 rw\n',
      'proc/self/cgroup': '0::/\n',
      'proc/7/cgroup': '0::/a.slice/b\n',
      'cg/a.slice/memory.max': slice,
      'cg/a.slice/b/memory.max': own,
      'cg/a.slice/b/cpu.max': 'max 100000\n',
      'cg/a.slice/b/pids.max': 'max\n',
      'cg/a.slice/b/cgroup.procs': '7\n',
    });
  const limitsOf = (root: string) =>
    readCgroupLimits({ pid: 7, procRoot: `${root}/proc`, mountPrefix: root });

  it('are tightened by a slice above', () => {
    expect(limitsOf(tree('1000\n', '2000\n'))).toEqual({ memoryBytes: 1000 });
  });

  it('are none where the files say max, which is not the same as unknown', () => {
    expect(limitsOf(tree('max\n', 'max\n'))).toEqual({});
    expect(readCgroupLimits({ pid: 8, procRoot: '/nowhere' })).toBeUndefined();
  });
});

describe('cgroup.procs', () => {
  it('leaves out processes that our process namespace does not show', () => {
    expect(parseProcs('0\n12\n0\n345\n')).toEqual([12, 345]);
  });
});
