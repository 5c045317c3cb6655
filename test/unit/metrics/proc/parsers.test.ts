import { describe, expect, it } from 'vitest';
import { kernelUnits, parseAuxv } from '../../../../src-main/metrics/proc/auxv.js';
import { parseProcessIo } from '../../../../src-main/metrics/proc/io.js';
import { isReadOnly, parseMounts } from '../../../../src-main/metrics/proc/mountinfo.js';
import { parseNetDev, sumTraffic } from '../../../../src-main/metrics/proc/net-dev.js';
import { parseSmapsRollup, sumResident } from '../../../../src-main/metrics/proc/smaps-rollup.js';
import { parseStat } from '../../../../src-main/metrics/proc/stat.js';
import { parseStatus } from '../../../../src-main/metrics/proc/status.js';
import { parseSchedstat } from '../../../../src-main/metrics/proc/task-clock.js';
import { insideId } from '../../../../src-main/metrics/proc/uid-map.js';
import { capturedText, DEFAULT_PID, HARDENED_PID, OPEN_PID } from '../kernel-files.js';

const DEFAULT = `docker-default/proc/${String(DEFAULT_PID)}`;
const HARDENED = `docker-hardened/proc/${String(HARDENED_PID)}`;

describe('/proc/PID/status', () => {
  it('tells who a hardened process is and what it may', () => {
    expect(parseStatus(capturedText(`${HARDENED}/status`))).toMatchObject({
      name: 't',
      uid: 65534,
      gid: 65534,
      effectiveCapabilities: 0n,
      boundingCapabilities: 0x2000n,
      seccompMode: 2,
      noNewPrivileges: true,
    });
  });

  it('has no memory for a zombie, and says nothing about an empty file', () => {
    expect('rssBytes' in parseStatus('Name:\tx\nState:\tZ (zombie)\nUid:\t0\t0\t0\t0\n')).toBe(
      false,
    );
    expect(parseStatus('')).toEqual({});
  });

  it('takes the effective user, not the real one', () => {
    expect(parseStatus('Uid:\t1000\t0\t0\t0\n').uid).toBe(0);
  });
});

describe('/proc/PID/smaps_rollup', () => {
  it('is read in bytes and by exact name: Pss is not Pss_Dirty', () => {
    expect(
      parseSmapsRollup('Rss: 4 kB\nPss_Dirty: 3 kB\nPss: 2 kB\nPrivate_Dirty: 0 kB\n'),
    ).toEqual({
      rssBytes: 4096,
      pssBytes: 2048,
      privateDirtyBytes: 0,
    });
  });

  it('is summed over processes, and a definition that one lacks is absent from the sum', () => {
    expect(sumResident([{ rssBytes: 1, pssBytes: 2 }, { rssBytes: 10 }])).toEqual({ rssBytes: 11 });
    expect(sumResident([])).toEqual({});
  });
});

describe('/proc/PID/stat', () => {
  it('reads a real process', () => {
    const stat = parseStat(capturedText(`${DEFAULT}/stat`));
    expect(stat).toMatchObject({ state: 'S', parentPid: 25742, cpuTicks: 2, threads: 1 });
    expect(stat?.rssPages).toBe(5120);
  });

  it('is not confused by a program that is called like the file itself', () => {
    const text = capturedText(`${DEFAULT}/stat`).replace('(t)', '(a) R 1 (b) S 9)');
    expect(parseStat(text)?.parentPid).toBe(25742);
  });

  it('is undefined for a file that is gone', () => {
    expect(parseStat('')).toBeUndefined();
  });
});

describe('schedstat', () => {
  it('is nanoseconds on a CPU', () => {
    expect(parseSchedstat('31983587 2767143 58\n')).toBe(31983587);
    expect(parseSchedstat('')).toBeUndefined();
  });
});

describe('/proc/PID/net/dev', () => {
  it('reads a container with one interface', () => {
    const interfaces = parseNetDev(capturedText(`${DEFAULT}/net/dev`));
    expect(interfaces.map(({ name }) => name)).toEqual(['lo', 'eth0']);
    expect(sumTraffic(interfaces)).toEqual({ rxBytes: 646, txBytes: 0 });
  });

  it('reads names that stick to their first number, and leaves the loopback out of the sum', () => {
    const text =
      '    lo:99 1 0 0 0 0 0 0 99 1 0 0 0 0 0 0\n  eth0:5 1 0 0 0 0 0 0 7 1 0 0 0 0 0 0\n';
    expect(sumTraffic(parseNetDev(text))).toEqual({ rxBytes: 5, txBytes: 7 });
  });
});

describe('/proc/PID/io', () => {
  it('counts what reached storage, not what the page cache served', () => {
    const text =
      'rchar: 9\nwchar: 9\nread_bytes: 4096\nwrite_bytes: 12\ncancelled_write_bytes: 3\n';
    expect(parseProcessIo(text)).toEqual({ readBytes: 4096, writtenBytes: 12 });
  });
});

describe('/proc/PID/mountinfo', () => {
  it('tells a read-only root from a writable one', () => {
    const rootOf = (path: string) => isReadOnly(parseMounts(capturedText(path)), '/');
    expect(rootOf(`${HARDENED}/mountinfo`)).toBe(true);
    expect(rootOf(`${DEFAULT}/mountinfo`)).toBe(false);
  });

  it('lets a later mount hide an earlier one', () => {
    const lines = '1 0 0:1 / /a ro - tmpfs t rw\n2 1 0:2 / /a rw master:3 shared:4 - tmpfs t rw\n';
    expect(isReadOnly(parseMounts(lines), '/a')).toBe(false);
    expect(isReadOnly(parseMounts(lines), '/b')).toBeUndefined();
  });

  it('shows that system paths are not protected when they are unconfined', () => {
    const mounts = parseMounts(capturedText(`docker-open/proc/${String(OPEN_PID)}/mountinfo`));
    expect(isReadOnly(mounts, '/proc/sys')).toBeUndefined();
    expect(isReadOnly(mounts, '/proc')).toBe(false);
  });
});

describe('/proc/PID/uid_map', () => {
  it('translates a host user to the user inside', () => {
    expect(insideId('         0     100000      65536\n', 100_033)).toBe(33);
    expect(insideId('         0          0 4294967295\n', 65534)).toBe(65534);
  });

  it('knows nothing of a user that is not mapped', () => {
    expect(insideId('0 1000 1\n1 100000 65536\n', 99)).toBeUndefined();
    expect(insideId('', 0)).toBeUndefined();
  });
});

describe('the units of the kernel', () => {
  it('come from the auxiliary vector', () => {
    const auxv = Buffer.alloc(48);
    auxv.writeBigUInt64LE(6n, 0);
    auxv.writeBigUInt64LE(65536n, 8);
    auxv.writeBigUInt64LE(17n, 16);
    auxv.writeBigUInt64LE(250n, 24);
    expect(parseAuxv(auxv)).toEqual({ pageBytes: 65536, ticksPerSecond: 250 });
  });

  it('are the usual ones where there is none', () => {
    expect(kernelUnits('/nowhere')).toEqual({ pageBytes: 4096, ticksPerSecond: 100 });
  });
});
