import { describe, expect, it } from 'vitest';
import { DEFAULT_MONITOR_SETTINGS } from '../../../../src-main/contract/index.js';
import type { Alert, AlertRules, Memory } from '../../../../src-main/contract/index.js';
import { AlertWatch } from '../../../../src-main/lab/monitor/alert-watch.js';
import { FakeInstance } from '../../../support/fake-source.js';

const MIB = 1024 * 1024;

function watch(changed: Partial<AlertRules> = {}, { isOfLab = false } = {}) {
  const raised: Alert[] = [];
  const rules = { ...DEFAULT_MONITOR_SETTINGS.alerts, ...changed };
  const alerts = new AlertWatch(
    () => rules,
    (alert) => raised.push(alert),
  );
  const { view } = new FakeInstance('a', { name: 'web', isOfLab });
  return {
    raised,
    alerts,
    rules,
    sample: (tMs: number, memory: Memory, oomKills?: number) =>
      alerts.sample({
        view,
        tMs,
        sample: { tMs, memory },
        ...(oomKills === undefined ? {} : { oomKills }),
      }),
    event: (tMs: number, action: string) =>
      alerts.event({ view, tMs, event: { instanceId: 'a', atIso: '', tMs, action } }),
    restarts: (tMs: number, restarts: number) =>
      alerts.changed({ view: { ...view, restarts }, tMs }),
  };
}

describe('memory above a share of its limit', () => {
  const above = { cgroupBytes: 91 * MIB, workingSetBytes: 10 * MIB, limitBytes: 100 * MIB };
  const below = { ...above, cgroupBytes: 90 * MIB };

  it('is raised once it lasts, once, and again after it was below', () => {
    const { raised, sample } = watch();
    for (let tMs = 0; tMs < 30_000; tMs += 1000) sample(tMs, above);
    expect(raised).toHaveLength(0);
    for (let tMs = 30_000; tMs < 90_000; tMs += 1000) sample(tMs, above);
    expect(raised.map(({ tMs }) => tMs)).toEqual([30_000]);
    expect(raised[0]?.message).toContain('91.0 MiB of 100 MiB');
    sample(90_000, below);
    for (let tMs = 91_000; tMs < 130_000; tMs += 1000) sample(tMs, above);
    expect(raised.map(({ tMs }) => tMs)).toEqual([30_000, 121_000]);
  });

  it('begins anew when it falls below for a moment, and a reading without memory says nothing', () => {
    const { raised, sample } = watch();
    for (let tMs = 0; tMs < 29_000; tMs += 1000) sample(tMs, above);
    sample(29_000, below);
    for (let tMs = 30_000; tMs < 59_000; tMs += 1000) sample(tMs, tMs % 2000 === 0 ? {} : above);
    expect(raised).toHaveLength(0);
    for (let tMs = 59_000; tMs < 70_000; tMs += 1000) sample(tMs, above);
    expect(raised).toHaveLength(1);
  });

  it('is nothing without a limit', () => {
    const { raised, sample } = watch();
    for (let tMs = 0; tMs < 90_000; tMs += 1000) sample(tMs, { cgroupBytes: 1e12 });
    expect(raised).toHaveLength(0);
  });

  it('is not told while it is turned off', () => {
    const { raised, sample, rules } = watch({
      memoryAbove: { enabled: false, percent: 90, forMs: 0 },
    });
    sample(0, above);
    expect(raised).toHaveLength(0);
    rules.memoryAbove.enabled = true;
    sample(1000, above);
    expect(raised).toHaveLength(1);
  });
});

describe('an OOM kill', () => {
  it('is raised once though both the engine and the kernel tell of it', () => {
    const { raised, sample, event } = watch();
    sample(0, {}, 0);
    event(500, 'oom');
    sample(1000, {}, 1);
    sample(2000, {}, 1);
    expect(raised.map(({ rule, tMs }) => [rule, tMs])).toEqual([['oomKill', 500]]);
  });

  it('is raised again for a later one', () => {
    const { raised, sample } = watch();
    sample(0, {}, 3);
    sample(1000, {}, 4);
    for (let tMs = 2000; tMs < 20_000; tMs += 1000) sample(tMs, {}, 4);
    sample(20_000, {}, 5);
    expect(raised.map(({ tMs }) => tMs)).toEqual([1000, 20_000]);
  });

  it('before it was watched is not told', () => {
    const { raised, sample } = watch();
    sample(0, {}, 7);
    sample(1000, {}, 7);
    expect(raised).toHaveLength(0);
  });
});

describe('a restart loop', () => {
  it('is so many starts within a time, raised once until they are fewer', () => {
    const { raised, event } = watch();
    event(0, 'start');
    event(30_000, 'start');
    expect(raised).toHaveLength(0);
    for (const tMs of [40_000, 50_000, 55_000]) event(tMs, 'start');
    expect(raised.map(({ rule, tMs }) => [rule, tMs])).toEqual([['restartLoop', 40_000]]);
    event(300_000, 'start');
    event(310_000, 'start');
    event(320_000, 'start');
    expect(raised.map(({ tMs }) => tMs)).toEqual([40_000, 320_000]);
  });

  it("is also seen by the engine's own count, and each restart counts once", () => {
    const { raised, event, restarts } = watch();
    restarts(0, 5);
    restarts(1000, 6);
    event(1000, 'start');
    event(1100, 'die');
    restarts(2000, 7);
    event(2000, 'start');
    expect(raised).toHaveLength(0);
    restarts(3000, 8);
    event(3000, 'start');
    expect(raised).toHaveLength(1);
    expect(raised[0]?.message).toContain('web was started 3 times');
  });
});

describe('a linear memory near its maximum', () => {
  it('is raised when it has grown there', () => {
    const { raised, sample } = watch();
    for (const [tMs, mib] of [60, 80, 94, 96, 96].entries()) {
      sample(tMs, { linearBytes: mib * MIB, linearMaxBytes: 100 * MIB });
    }
    expect(raised.map(({ rule, tMs }) => [rule, tMs])).toEqual([['linearNearMaximum', 3]]);
  });

  it('is not raised for one that was made as large as it may be, nor without a known maximum', () => {
    const { raised, sample } = watch();
    sample(0, { linearBytes: 16 * MIB, linearMaxBytes: 16 * MIB });
    sample(1, { linearBytes: 16 * MIB, linearMaxBytes: 16 * MIB });
    sample(2, { linearBytes: 900 * MIB });
    expect(raised).toHaveLength(0);
  });
});

describe('the alerts', () => {
  it("are not raised for a guest of the lab's own, and are for the same one of others", () => {
    for (const isOfLab of [true, false]) {
      const { raised, sample, event } = watch({}, { isOfLab });
      sample(0, {}, 0);
      sample(1000, {}, 1);
      event(1500, 'start');
      event(1600, 'start');
      event(1700, 'start');
      expect(raised.map(({ rule }) => rule)).toEqual(isOfLab ? [] : ['oomKill', 'restartLoop']);
    }
  });

  it('are kept, the newest 200', () => {
    const { alerts } = watch();
    for (let nth = 0; nth < 300; nth += 1) {
      const { view } = new FakeInstance(String(nth));
      alerts.event({ view, tMs: nth, event: { instanceId: view.id, atIso: '', action: 'oom' } });
    }
    expect(alerts.alerts()).toHaveLength(200);
    expect(alerts.alerts().at(-1)?.instanceId).toBe('299');
    expect(new Set(alerts.alerts().map(({ id }) => id)).size).toBe(200);
  });
});
