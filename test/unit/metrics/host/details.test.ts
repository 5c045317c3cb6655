import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { coresPercent, parseCores } from '../../../../src-main/metrics/host/cores.js';
import { DaemonMeter } from '../../../../src-main/metrics/host/daemon-meter.js';
import { readDiskSpace } from '../../../../src-main/metrics/host/disk-space.js';
import { DiskMeter, parseDiskstats } from '../../../../src-main/metrics/host/disk-traffic.js';
import { HostDetailsMeter } from '../../../../src-main/metrics/host/host-details.js';
import { parseSwap } from '../../../../src-main/metrics/host/swap.js';
import { Thermometer, parseTemperature } from '../../../../src-main/metrics/host/temperature.js';
import { capturedText, makeTree } from '../kernel-files.js';

function fakeClock(): void {
  vi.useFakeTimers({ toFake: ['hrtime', 'setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
}

describe('the cores', () => {
  it('each have their own load, in the order of their numbers', () => {
    const cores = parseCores(capturedText('host/proc/stat'));
    expect(cores.get(1)).toEqual({ busy: 23912 + 7739 + 183 + 38, total: 276_953 });
    const before = parseCores('cpu0 0 0 0 0\ncpu2 0 0 0 0\n');
    const after = parseCores('cpu  1 1 1 1\ncpu0 50 0 0 50\ncpu2 0 0 25 75\n');
    expect(coresPercent(before, after)).toEqual([50, 25]);
  });

  it('have none when one of them was just turned on, or nothing is known', () => {
    const before = parseCores('cpu0 0 0 0 0\n');
    expect(coresPercent(before, parseCores('cpu0 1 0 0 1\ncpu1 1 0 0 1\n'))).toBeUndefined();
    expect(coresPercent(new Map(), new Map())).toBeUndefined();
  });
});

describe('swap', () => {
  it('is what is not free of it; none at all is known to be 0, and a file without it says nothing', () => {
    expect(parseSwap('SwapTotal: 100 kB\nSwapFree: 60 kB\n')).toEqual({
      swapTotalBytes: 102_400,
      swapUsedBytes: 40_960,
    });
    expect(parseSwap('SwapTotal: 0 kB\nSwapFree: 0 kB\n').swapTotalBytes).toBe(0);
    expect(parseSwap('MemTotal: 1 kB\n')).toEqual({});
  });
});

describe('/proc/diskstats', () => {
  it('counts whole devices in sectors of 512 bytes', () => {
    const text = capturedText('host/proc/diskstats');
    expect(parseDiskstats(text, (name) => name === 'vda')).toEqual({
      readBytes: 43_497_042 * 512,
      writtenBytes: 58_648_728 * 512,
    });
  });

  it('is undefined where there is no device', () => {
    expect(parseDiskstats(capturedText('host/proc/diskstats'), () => false)).toBeUndefined();
    expect(parseDiskstats('', () => true)).toBeUndefined();
  });

  it('gives rates of disks only: no partition, no loop device, no volume on top of a disk', () => {
    fakeClock();
    const line = (name: string, sectors: number): string =>
      `8 0 ${name} 1 1 ${String(sectors)} 1 1 1 ${String(sectors * 2)} 1 0 1 1\n`;
    const all = (sectors: number): string =>
      ['sda', 'sda1', 'loop0', 'dm-0'].map((name) => line(name, sectors)).join('');
    const root = makeTree({
      'proc/diskstats': all(0),
      'sys/block/sda/device/model': 'disk',
      'sys/block/loop0/size': '0',
      'sys/block/dm-0/size': '0',
    });
    const meter = new DiskMeter(join(root, 'proc'), join(root, 'sys'));
    expect(meter.read()).toEqual({});
    vi.advanceTimersByTime(2000);
    writeFileSync(join(root, 'proc/diskstats'), all(1000));
    expect(meter.read()).toEqual({
      diskReadBytesPerSecond: 256_000,
      diskWrittenBytesPerSecond: 512_000,
    });
    vi.advanceTimersByTime(1000);
    writeFileSync(join(root, 'proc/diskstats'), all(10));
    expect(meter.read()).toEqual({});
  });
});

describe('the temperature', () => {
  it('is that of the warmest sensor of the processor, whatever other chips say', async () => {
    const root = makeTree({
      'class/hwmon/hwmon0/name': 'nvme\n',
      'class/hwmon/hwmon0/temp1_input': '70850\n',
      'class/hwmon/hwmon1/name': 'coretemp\n',
      'class/hwmon/hwmon1/temp1_input': '52000\n',
      'class/hwmon/hwmon1/temp2_input': '61000\n',
      'class/hwmon/hwmon1/temp2_crit': '100000\n',
      'class/hwmon/hwmon1/temp3_input': '-128000\n',
    });
    expect(await new Thermometer(root).read()).toBe(61);
  });

  it('is absent where there is no sensor or it cannot be read', async () => {
    expect(await new Thermometer(makeTree({ 'class/net/lo': '' })).read()).toBeUndefined();
    expect(parseTemperature('')).toBeUndefined();
    expect(parseTemperature('255000\n')).toBeUndefined();
  });

  it('is read at most every five seconds', async () => {
    fakeClock();
    const root = makeTree({
      'class/hwmon/hwmon0/name': 'k10temp\n',
      'class/hwmon/hwmon0/temp1_input': '40000\n',
    });
    const thermometer = new Thermometer(root);
    expect(await thermometer.read()).toBe(40);
    writeFileSync(join(root, 'class/hwmon/hwmon0/temp1_input'), '50000\n');
    vi.advanceTimersByTime(4900);
    expect(await thermometer.read()).toBe(40);
    vi.advanceTimersByTime(200);
    expect(await thermometer.read()).toBe(50);
  });
});

describe('the daemons', () => {
  const stat = (ticks: number, start: number): string =>
    `7 (dockerd) S 1 ${'0 '.repeat(9)}${String(ticks)} 0 0 0 20 0 4 0 ${String(start)} 0 100 0\n`;

  it('spend what their process used, asked so often in a second', () => {
    fakeClock();
    const root = makeTree({ '7/stat': stat(100, 5) });
    const meter = new DaemonMeter(root);
    const engine = { engine: 'docker', daemonPid: 7 };
    expect(meter.read([{ ...engine, requests: 10 }])).toEqual([]);
    vi.advanceTimersByTime(2000);
    writeFileSync(join(root, '7/stat'), stat(150, 5));
    expect(meter.read([{ ...engine, requests: 14 }])).toEqual([
      { engine: 'docker', cpuPercent: 25, requestsPerSecond: 2 },
    ]);
    vi.advanceTimersByTime(1000);
    writeFileSync(join(root, '7/stat'), stat(900, 6));
    expect(meter.read([{ ...engine, requests: 14 }])).toEqual([
      { engine: 'docker', requestsPerSecond: 0 },
    ]);
  });

  it('have no CPU value where their process is not seen', () => {
    fakeClock();
    const meter = new DaemonMeter(makeTree({ version: '' }));
    meter.read([{ engine: 'far', requests: 0 }]);
    vi.advanceTimersByTime(1000);
    expect(meter.read([{ engine: 'far', requests: 3 }])).toEqual([
      { engine: 'far', requestsPerSecond: 3 },
    ]);
  });
});

describe('this machine', () => {
  it('has a disk of which less is used than there is', async () => {
    const { diskUsedBytes = NaN, diskTotalBytes = NaN } = await readDiskSpace();
    expect(diskUsedBytes).toBeGreaterThan(0);
    expect(diskTotalBytes).toBeGreaterThan(diskUsedBytes);
    expect(await readDiskSpace('/there is no such directory')).toEqual({});
  });

  it('tells its swap at once and its rates from the second reading on', async () => {
    const meter = new HostDetailsMeter();
    const first = await meter.read([]);
    expect(first.swapTotalBytes).toBeGreaterThanOrEqual(0);
    expect(first).not.toHaveProperty('coresPercent');
    expect(first).not.toHaveProperty('diskReadBytesPerSecond');
    expect(first).not.toHaveProperty('daemons');
  });
});
