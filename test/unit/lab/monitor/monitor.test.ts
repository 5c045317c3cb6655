import { monotonicMs } from '../../../../src-main/metrics/index.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_MONITOR_SETTINGS, LabError } from '../../../../src-main/contract/index.js';
import type { MonitorSettings, PushName, Pushes } from '../../../../src-main/contract/index.js';
import { Monitor } from '../../../../src-main/lab/monitor/monitor.js';
import { Sampler } from '../../../../src-main/lab/sampler.js';
import { FakeInstance, FakeSource, listedSource } from '../../../support/fake-source.js';
import type { InstanceSource } from '../../../../src-main/runtimes/instances.js';

const LOOKING = { looking: true, fineMemory: false, withSamples: true };

function monitorOf(sources: InstanceSource[], settings = DEFAULT_MONITOR_SETTINGS) {
  const pushed: { name: PushName; payload: unknown }[] = [];
  const current: { settings: MonitorSettings } = { settings };
  const monitor = new Monitor({
    sources: () => sources,
    sampler: new Sampler(),
    push: (name, payload) => pushed.push({ name, payload }),
    settings: () => current.settings,
  });
  const pushes = <N extends PushName>(wanted: N): Pushes[N][] =>
    pushed.filter(({ name }) => name === wanted).map(({ payload }) => payload as Pushes[N]);
  return { monitor, pushes, pushed, current };
}

describe('the monitor', () => {
  beforeEach(() =>
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'hrtime', 'Date'],
    }),
  );
  afterEach(() => vi.useRealTimers());

  it('watches nothing and leaves no timer while nobody wants to know', async () => {
    const source = listedSource(new FakeInstance('a'));
    const { monitor } = monitorOf([source]);
    expect(source.sinks).toHaveLength(0);
    await monitor.watch('one', LOOKING);
    await monitor.watch('two', LOOKING);
    await monitor.watch('two', { ...LOOKING, fineMemory: true });
    expect(source.sinks).toHaveLength(1);
    monitor.unwatch('one');
    monitor.unwatch('one');
    expect(source.stopped).toBe(0);
    monitor.leave('two');
    monitor.unwatch('two');
    expect(source.stopped).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reads at the period while somebody looks, and one in ten while nobody does', async () => {
    const instance = new FakeInstance('a');
    const { monitor } = monitorOf([listedSource(instance)]);
    const readsIn = (ms: number): number => {
      const before = instance.meter.reads;
      vi.advanceTimersByTime(ms);
      return instance.meter.reads - before;
    };
    await monitor.watch('window', LOOKING);
    expect(readsIn(10_000)).toBe(10);
    monitor.seenBy('window', false);
    vi.advanceTimersByTime(5000);
    expect(readsIn(30_000)).toBe(3);
    await monitor.watch('other', { ...LOOKING, looking: false });
    expect(readsIn(30_000)).toBe(3);
    monitor.seenBy('window', true);
    vi.advanceTimersByTime(1000);
    expect(readsIn(10_000)).toBe(10);
  });

  it('takes another period at once', async () => {
    const instance = new FakeInstance('a');
    const { monitor, current, pushes } = monitorOf([listedSource(instance)]);
    await monitor.watch('window', LOOKING);
    current.settings = { ...current.settings, periodMs: 100 };
    monitor.applySettings();
    vi.advanceTimersByTime(1000);
    expect(instance.meter.reads).toBeGreaterThanOrEqual(10);
    expect(pushes('instances.samples').at(-1)?.periodMs).toBe(100);
  });

  it('gives a CPU value from the second reading on, divided by the time that passed', async () => {
    const { monitor } = monitorOf([listedSource(new FakeInstance('a'))]);
    await monitor.watch('window', LOOKING);
    vi.advanceTimersByTime(2000);
    const [first, second] = monitor.history('a');
    expect(first).not.toHaveProperty('cpuPercent');
    expect(second?.cpuPercent).toBeCloseTo(50);
  });

  it('opens another meter for another life and compares nothing with the one before', async () => {
    const before = new FakeInstance('a');
    const source = listedSource(before);
    const { monitor } = monitorOf([source]);
    await monitor.watch('window', LOOKING);
    vi.advanceTimersByTime(2000);
    const after = new FakeInstance('a', { life: 'life-2' });
    source.sink.found(after);
    vi.advanceTimersByTime(1);
    expect(before.meter.isClosed).toBe(true);
    expect(after.meter.reads).toBe(1);
    expect(monitor.history('a').at(-1)).not.toHaveProperty('cpuPercent');
    source.sink.found(new FakeInstance('a', { life: undefined }));
    expect(after.meter.isClosed).toBe(true);
    const samples = monitor.history('a').length;
    vi.advanceTimersByTime(5000);
    expect(monitor.history('a')).toHaveLength(samples);
  });

  it('raises an alert of what happened before anybody could say what it happened to', async () => {
    const source = listedSource();
    const { monitor, pushes } = monitorOf([source]);
    await monitor.watch('window', LOOKING);
    const atMs = monotonicMs();
    source.sink.event({ instanceId: 'quick', atIso: '', atMs, action: 'oom' });
    expect(pushes('monitor.alert')).toHaveLength(0);
    const ended = new FakeInstance('quick', { life: undefined });
    source.sink.found(ended);
    source.sink.found(ended);
    expect(pushes('monitor.alert')).toMatchObject([{ rule: 'oomKill', instanceId: 'quick' }]);
  });

  it('keeps the meter when only the view of a life has changed', async () => {
    const instance = new FakeInstance('a');
    const source = listedSource(instance);
    const { monitor } = monitorOf([source]);
    await monitor.watch('window', LOOKING);
    const renamed = new FakeInstance('a', { name: 'other' });
    source.sink.found(renamed);
    vi.advanceTimersByTime(3000);
    expect(instance.meters).toHaveLength(1);
    expect(renamed.meters).toHaveLength(0);
    expect(monitor.find('a')).toBe(renamed);
  });

  it('reads fine memory only of what is selected, or of all when the table shows it', async () => {
    const [one, two] = [new FakeInstance('a'), new FakeInstance('b')];
    const { monitor } = monitorOf([listedSource(one, two)]);
    await monitor.watch('window', { ...LOOKING, selected: 'a' });
    vi.advanceTimersByTime(1000);
    expect([one.meter.options.fineMemory, two.meter.options.fineMemory]).toEqual([true, false]);
    await monitor.watch('window', { ...LOOKING, fineMemory: true });
    vi.advanceTimersByTime(1000);
    expect(two.meter.options.fineMemory).toBe(true);
    // The counters of a life go on, whatever meter reads them.
    expect(
      monitor
        .history('b')
        .slice(1)
        .every(({ cpuPercent }) => cpuPercent !== undefined),
    ).toBe(true);
    monitor.seenBy('window', false);
    vi.advanceTimersByTime(10_000);
    expect(two.meter.options.fineMemory).toBe(false);
  });

  it('answers after a moment though a place never does, and at once when all are listed', async () => {
    const hanging = new FakeSource((sink) => sink.origin({ id: 'h', name: 'H', isListed: false }));
    const { monitor } = monitorOf([listedSource(new FakeInstance('a')), hanging]);
    const answered = monitor.watch('window', LOOKING);
    await vi.advanceTimersByTimeAsync(1500);
    const listing = await answered;
    expect(listing.instances.map(({ id }) => id)).toEqual(['a']);
    expect(listing.origins.map(({ isListed }) => isListed)).toEqual([true, false]);
    hanging.sink.origin({ id: 'h', name: 'H', isListed: true });
    expect((await monitor.watch('window', LOOKING)).origins[1]?.isListed).toBe(true);
  });

  it('goes on with nine sources when one throws', async () => {
    const broken: InstanceSource = {
      watch: () => {
        throw new Error('broken');
      },
    };
    const good = Array.from({ length: 9 }, (_, at) => {
      const origin = `o${String(at)}`;
      return new FakeSource((sink) => {
        sink.origin({ id: origin, name: origin, isListed: true });
        sink.found(new FakeInstance(`i${String(at)}`, { origin }));
      });
    });
    const { monitor } = monitorOf([...good.slice(0, 4), broken, ...good.slice(4)]);
    const { instances, origins } = await monitor.watch('window', LOOKING);
    expect(instances).toHaveLength(9);
    expect(origins.find(({ problem }) => problem !== undefined)?.problem?.message).toContain(
      'broken',
    );
    monitor.unwatch('window');
    expect(good.every(({ stopped }) => stopped === 1)).toBe(true);
  });

  it('goes on reading the others when one reading throws, and tries that one again later', async () => {
    const [bad, good] = [new FakeInstance('bad'), new FakeInstance('good')];
    bad.openMeter = () => {
      throw new LabError('internal', 'no', 'no');
    };
    const opened = vi.spyOn(bad, 'openMeter');
    const { monitor } = monitorOf([listedSource(bad, good)]);
    await monitor.watch('window', LOOKING);
    vi.advanceTimersByTime(11_000);
    expect(good.meter.reads).toBe(12);
    expect(opened.mock.calls.length).toBeLessThan(4);
  });

  it('lets an instance rest whose reading blocked', async () => {
    const [slow, quick] = [new FakeInstance('slow'), new FakeInstance('quick')];
    const { monitor } = monitorOf([listedSource(slow, quick)]);
    monitor.usePeriod(100);
    await monitor.watch('window', LOOKING);
    const meter = slow.meter;
    const read = meter.read.bind(meter);
    vi.spyOn(meter, 'read').mockImplementation(() => {
      vi.setSystemTime(Date.now());
      vi.advanceTimersByTime(500);
      return read();
    });
    const before = meter.reads;
    vi.advanceTimersByTime(4000);
    expect(meter.reads - before).toBe(1);
    expect(quick.meter.reads).toBeGreaterThan(30);
  });

  it('hears nothing of a source after it has stopped', async () => {
    const source = listedSource();
    const { monitor, pushed } = monitorOf([source]);
    await monitor.watch('window', LOOKING);
    const late = source.sink;
    monitor.unwatch('window');
    pushed.length = 0;
    late.found(new FakeInstance('late'));
    late.origin({ id: 'late', name: 'late', isListed: true });
    late.event({ instanceId: 'late', atIso: '2026-01-01T00:00:00Z', action: 'start' });
    vi.advanceTimersByTime(2000);
    expect(pushed).toEqual([]);
    expect(() => monitor.find('late')).toThrow('not there any more');
  });

  it('lets no source speak of what another has found', async () => {
    const mine = new FakeInstance('a');
    const other = new FakeSource((sink) => sink.origin({ id: 'o', name: 'o', isListed: true }));
    const { monitor } = monitorOf([listedSource(mine), other]);
    await monitor.watch('window', LOOKING);
    other.sink.found(new FakeInstance('a', { origin: 'o' }));
    other.sink.gone('a');
    other.sink.originGone('fake');
    expect(monitor.find('a')).toBe(mine);
  });

  it('forgets all instances of a place that is no more', async () => {
    const source = listedSource(new FakeInstance('a'), new FakeInstance('b', { origin: 'second' }));
    const { monitor, pushes } = monitorOf([source]);
    await monitor.watch('window', LOOKING);
    vi.advanceTimersByTime(1000);
    source.sink.originGone('fake');
    vi.advanceTimersByTime(1000);
    expect(pushes('instances.changed').at(-1)?.gone).toEqual(['a']);
    expect(monitor.history('a')).toEqual([]);
    expect(monitor.find('b').view.id).toBe('b');
  });

  it('pushes changes at most ten times and samples at most four times a second', async () => {
    const source = listedSource(
      ...Array.from({ length: 20 }, (_, at) => new FakeInstance(String(at))),
    );
    const { monitor, pushes, pushed } = monitorOf([source]);
    monitor.usePeriod(100);
    await monitor.watch('window', LOOKING);
    vi.advanceTimersByTime(1000);
    pushed.length = 0;
    for (let ms = 0; ms < 1000; ms += 10) {
      source.sink.found(new FakeInstance('3', { name: `name at ${String(ms)}` }));
      source.sink.event({ instanceId: '3', atIso: new Date().toISOString(), action: 'rename' });
      vi.advanceTimersByTime(10);
    }
    expect(pushes('instances.changed').length).toBeLessThanOrEqual(10);
    expect(pushes('instances.events').length).toBeLessThanOrEqual(10);
    expect(pushes('instances.samples').length).toBeLessThanOrEqual(4);
    const ids = pushes('instances.samples').flatMap(({ samples }) => samples.map(({ id }) => id));
    expect(new Set(ids).size).toBe(20);
  });

  it('tells of an instance before it tells its samples', async () => {
    const source = listedSource();
    const { monitor, pushed } = monitorOf([source]);
    monitor.usePeriod(100);
    await monitor.watch('window', LOOKING);
    source.sink.found(new FakeInstance('first'));
    vi.advanceTimersByTime(240);
    source.sink.found(new FakeInstance('a'));
    vi.advanceTimersByTime(500);
    const first = (name: PushName) =>
      pushed.findIndex(
        (push) => push.name === name && JSON.stringify(push.payload).includes('"id":"a"'),
      );
    expect(first('instances.changed')).toBeGreaterThanOrEqual(0);
    expect(first('instances.samples')).toBeGreaterThan(first('instances.changed'));
  });

  it('keeps the samples of what is still there when it is watched again, and only those', async () => {
    const [stays, goes] = [new FakeInstance('stays'), new FakeInstance('goes')];
    let all = [stays, goes];
    const source = new FakeSource((sink) => {
      for (const one of all) sink.found(one);
      sink.origin({ id: 'fake', name: 'fake', isListed: true });
    });
    const { monitor } = monitorOf([source]);
    await monitor.watch('window', LOOKING);
    vi.advanceTimersByTime(3000);
    monitor.unwatch('window');
    all = [stays];
    const { samples } = await monitor.watch('window', LOOKING);
    expect(samples.map(({ id }) => id)).toEqual(['stays']);
    expect(samples[0]?.samples.length).toBeGreaterThanOrEqual(4);
    expect(monitor.history('goes')).toEqual([]);
  });

  it('puts an event on its axis, and none that happened before', async () => {
    const source = listedSource(new FakeInstance('a'));
    const { monitor } = monitorOf([source]);
    await monitor.watch('window', LOOKING);
    const atMs = Number(process.hrtime.bigint()) / 1e6;
    source.sink.event({ instanceId: 'a', atIso: '2026-01-01T00:00:00Z', action: 'die' });
    source.sink.event({ instanceId: 'a', atIso: '2026-01-01T00:00:01Z', action: 'start', atMs });
    const [before, now] = monitor.events('a');
    expect(before).not.toHaveProperty('tMs');
    expect(now?.tMs).toBeGreaterThanOrEqual(0);
    expect(now).not.toHaveProperty('atMs');
  });

  it('raises an alert once and shows it to whoever asks', async () => {
    const instance = new FakeInstance('a', { name: 'web' });
    const { monitor, pushes } = monitorOf([listedSource(instance)]);
    await monitor.watch('window', LOOKING);
    instance.meter.values = { memory: { cgroupBytes: 95, limitBytes: 100 } };
    vi.advanceTimersByTime(60_000);
    expect(pushes('monitor.alert')).toHaveLength(1);
    const [alert] = monitor.alerts();
    expect(alert).toMatchObject({ rule: 'memoryAbove', instanceId: 'a', name: 'web' });
    expect(alert?.message).toContain('95 B of 100 B');
  });
});
