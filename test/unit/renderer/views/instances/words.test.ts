import { describe, expect, it } from 'vitest';
import { daemonSentence, daemonText } from '../../../../../src-renderer/components/daemons.js';
import { formatBytesBrief, formatUptime } from '../../../../../src-renderer/text/format.js';
import { steady } from '../../../../../src-renderer/views/instances/host/steady.js';
import { metersOf } from '../../../../../src-renderer/views/instances/host/host-figures.js';
import { cpuBar, memoryBar } from '../../../../../src-renderer/views/instances/table/cells.js';
import {
  stateAside,
  stateSentence,
  toneOf,
} from '../../../../../src-renderer/views/instances/words.js';
import { FAKE_EPOCH_MS, THIRTEEN } from '../../../../support/fake-instances-list.js';

const MIB = 1024 ** 2;
const byName = (name: string) => {
  const found = THIRTEEN.find(({ view }) => view.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found.view;
};

describe('the CPU of a row', () => {
  it('tells one core and the machine apart; the bar is always of the machine', () => {
    const ofCore = cpuBar(137, 8, 'core');
    expect(ofCore.text).toBe('137 %');
    expect(ofCore.share).toBeCloseTo(0.171, 3);
    expect(ofCore.sentence).toBe('137 % of one core, 17 % of the machine’s 8 cores');
    expect(cpuBar(137, 8, 'machine')).toMatchObject({ text: '17 %', share: ofCore.share });
  });

  it('is a dash, not 0, where it is unknown', () => {
    expect(cpuBar(undefined, 8, 'core')).toMatchObject({ text: '–', share: undefined });
    expect(cpuBar(5, undefined, 'machine').text).toBe('–');
  });
});

describe('the memory of a row', () => {
  it('is held against its limit, in amber when it is near', () => {
    const bar = memoryBar({ memoryBytes: 60 * MIB, ceilingBytes: 64 * MIB }, 'Linear memory');
    expect(bar).toMatchObject({ text: '60.0 MiB', aside: '/ 64.0 MiB', isNear: true });
    expect(bar.sentence).toBe('Linear memory: 60.0 MiB, 94 % of its 64.0 MiB');
  });

  it('has no bar without a limit, and says why it is a dash', () => {
    expect(memoryBar({ memoryBytes: MIB }, 'RSS')).toMatchObject({ share: undefined, aside: '' });
    expect(memoryBar({}, 'RSS').sentence).toBe('RSS: not read.');
    expect(memoryBar({ memoryBytes: 1 }, undefined).text).toBe('–');
  });
});

describe('the state of a row', () => {
  it('has a tone of harm for what is unhealthy or failed', () => {
    expect(toneOf(byName('shop-cache-1'))).toBe('harm');
    expect(toneOf(byName('reports-nightly'))).toBe('harm');
    expect(toneOf(byName('build-runner'))).toBe('good');
    expect(toneOf(byName('paused-import'))).toBe('limit');
  });

  it('says health or exit code beside it, and the whole on hover', () => {
    expect(stateAside(byName('shop-cache-1'))).toBe('unhealthy');
    expect(stateAside(byName('reports-nightly'))).toBe('137');
    expect(stateSentence(byName('reports-nightly'), FAKE_EPOCH_MS)).toBe(
      'exited, exit code 137, since 5 h 00 m, restarted 2 times by its engine',
    );
  });
});

describe('numbers in narrow columns', () => {
  it('writes an uptime in two units, of which the small one has a fixed width', () => {
    expect([42_000, 723_000, 18_725_000, 273_600_000].map(formatUptime)).toEqual([
      '42 s',
      '12 m 03 s',
      '5 h 12 m',
      '3 d 4 h',
    ]);
    expect(formatUptime(-5)).toBe('0 s');
  });

  it('writes a rate in as few digits as say something', () => {
    expect([0, 640, 1.25 * MIB, 14.94 * MIB].map(formatBytesBrief)).toEqual([
      '0',
      '640 B',
      '1.3 MiB',
      '15 MiB',
    ]);
  });
});

describe('the strip of the machine', () => {
  const host = { atIso: '', memoryTotalBytes: 8 * 1024 ** 3, liveRuns: 0 };

  it('shows what is known: no swap where there is none', () => {
    const shown = metersOf({
      ...host,
      memoryUsedBytes: 1024 ** 3,
      swapUsedBytes: 0,
      swapTotalBytes: 0,
    });
    expect(shown.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'Memory 1.0 GiB / 8.0 GiB',
    ]);
  });

  it('keeps in place for a while what could not be read once', () => {
    const missed = new Map<string, number>();
    let shown = steady(undefined, { ...host, temperatureCelsius: 61 }, missed);
    shown = steady(shown, host, missed);
    expect(shown?.temperatureCelsius).toBe(61);
    for (let nth = 0; nth < 10; nth += 1) shown = steady(shown, host, missed);
    expect(shown?.temperatureCelsius).toBeUndefined();
  });
});

describe('what an engine’s daemon costs', () => {
  const engines = [{ id: 'docker', name: 'Docker', local: true, available: true }];

  it('stands as its program, its share of a core and what this lab asked of it', () => {
    const cost = { engine: 'docker', cpuPercent: 0.31, requestsPerSecond: 2 };
    expect(daemonText(cost)).toBe('dockerd 0.3 % · 2 requests/s');
    expect(daemonSentence(cost, engines)).toContain('works for everybody');
    expect(daemonSentence(cost, engines)).toContain('This lab made 2 requests a second');
  });

  it('has no share where its process is not seen', () => {
    expect(daemonText({ engine: 'podman', requestsPerSecond: 0.25 })).toBe('podman 0.3 requests/s');
    expect(daemonText({ engine: 'podman', requestsPerSecond: 1.04 })).toBe('podman 1 request/s');
  });
});
