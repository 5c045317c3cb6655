import { describe, expect, it } from 'vitest';
import { EventLog } from '../../../../src-main/lab/monitor/event-log.js';
import { Histories } from '../../../../src-main/lab/monitor/histories.js';
import { SampleRing } from '../../../../src-main/lab/monitor/sample-ring.js';

const sample = (tMs: number) => ({ tMs, memory: {} });
const times = (samples: { tMs: number }[]) => samples.map(({ tMs }) => tMs);

describe('the samples of one instance', () => {
  it('are the newest, oldest first, once there is no more room', () => {
    const ring = new SampleRing(3);
    for (let tMs = 0; tMs < 8; tMs += 1) ring.push(sample(tMs));
    expect(times(ring.all())).toEqual([5, 6, 7]);
    expect(ring.latest?.tMs).toBe(7);
    expect(times(ring.since(6))).toEqual([6, 7]);
    expect(ring.since(9)).toEqual([]);
  });

  it('keep their order when there is less room and more again', () => {
    const ring = new SampleRing(4);
    for (let tMs = 0; tMs < 6; tMs += 1) ring.push(sample(tMs));
    ring.resize(2);
    expect(times(ring.all())).toEqual([4, 5]);
    ring.push(sample(6));
    ring.resize(5);
    ring.push(sample(7));
    expect(times(ring.all())).toEqual([5, 6, 7]);
    expect(ring.latest?.tMs).toBe(7);
  });
});

describe('the samples of all instances', () => {
  it.each([1, 50, 51, 100, 300, 500])(
    'of %i are at most 30000, at least 60 and at most 600 each',
    (count) => {
      const histories = new Histories();
      for (let tMs = 0; tMs < 700; tMs += 1) {
        for (let id = 0; id < count; id += 1) histories.push(String(id), sample(tMs));
      }
      expect(histories.size).toBeLessThanOrEqual(30_000);
      const each = histories.of('0').length;
      expect(each).toBeGreaterThanOrEqual(60);
      expect(each).toBeLessThanOrEqual(600);
      expect(histories.of('0').at(-1)?.tMs).toBe(699);
    },
  );

  it('have more room again when others are gone', () => {
    const histories = new Histories();
    for (let id = 0; id < 500; id += 1) histories.push(String(id), sample(0));
    for (let id = 1; id < 500; id += 1) histories.forget(String(id));
    for (let tMs = 1; tMs < 700; tMs += 1) histories.push('0', sample(tMs));
    expect(histories.of('0')).toHaveLength(600);
  });
});

describe('the events', () => {
  const event = (instanceId: string, nth: number) => ({
    instanceId,
    atIso: String(nth),
    action: 'x',
  });

  it('are the newest 200 of one', () => {
    const log = new EventLog();
    for (let nth = 0; nth < 500; nth += 1) log.add(event('a', nth));
    expect(log.of('a')).toHaveLength(200);
    expect(log.of('a')[0]?.atIso).toBe('300');
    expect(log.size).toBe(200);
  });

  it('are the newest 2000 of all, those of what is gone left out', () => {
    const log = new EventLog();
    for (let nth = 0; nth < 5000; nth += 1) log.add(event(String(nth % 100), nth));
    expect(log.size).toBe(2000);
    expect(log.of('7')).toHaveLength(20);
    log.forget('7');
    expect(log.size).toBe(1980);
    expect(log.of('7')).toEqual([]);
  });
});
