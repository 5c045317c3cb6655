import { afterEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../../../src-main/contract/index.js';
import { Instances } from '../../../../src-renderer/state/instances.svelte.js';
import { FakeLab } from '../../../support/fake-lab.js';

const frames: (() => void)[] = [];
vi.stubGlobal('requestAnimationFrame', (commit: () => void) => frames.push(commit));
vi.stubGlobal('cancelAnimationFrame', () => undefined);
const nextFrame = (): void => {
  for (const commit of frames.splice(0)) commit();
};

let instances: Instances;
afterEach(() => instances.destroy());

async function watched(): Promise<{ lab: FakeLab; instances: Instances }> {
  const lab = new FakeLab();
  instances = new Instances(new Client(lab));
  instances.watch.connect(true);
  await vi.waitFor(() => expect(instances.known).toBe(true));
  return { lab, instances };
}
const asked = (lab: FakeLab) =>
  lab.requests.filter(({ name }) => name === 'instances.watch').map(({ params }) => params);
const idOf = (name: string): string =>
  instances.list.find((instance) => instance.name === name)?.id ?? '';

describe('the instances of a window', () => {
  it('are asked for once it is connected, looking or not: alerts need them', async () => {
    const { lab } = await watched();
    expect(asked(lab)).toEqual([{ looking: false, fineMemory: false, withSamples: true }]);
    expect(instances.list).toHaveLength(13);
    expect(instances.track(idOf('shop-api-1'))?.ring.length).toBeGreaterThan(100);
  });

  it('are asked for again when the connection is back, and not while it is lost', async () => {
    const { lab } = await watched();
    instances.watch.connect(false);
    instances.watch.want({ looking: true, selected: undefined, fineMemory: false });
    expect(asked(lab)).toHaveLength(1);
    instances.watch.connect(true);
    await vi.waitFor(() => expect(asked(lab)).toHaveLength(2));
    expect(asked(lab)[1]).toEqual({ looking: true, fineMemory: false, withSamples: true });
  });

  it('are asked for again when this window was too slow', async () => {
    const { lab } = await watched();
    lab.push('client.behind', { droppedPushes: 3 });
    await vi.waitFor(() => expect(asked(lab)).toHaveLength(2));
    expect(asked(lab)[1]).toMatchObject({ withSamples: true });
  });

  it('ask once for the row where the arrow keys ended', async () => {
    const { lab } = await watched();
    for (const selected of ['a', 'b', 'c']) {
      instances.watch.want({ looking: false, selected, fineMemory: false });
    }
    await vi.waitFor(() => expect(asked(lab)).toHaveLength(2));
    expect(asked(lab)[1]).toMatchObject({ selected: 'c', withSamples: false });
  });

  it('ask one at a time, and the last wish is what the lab ends with', async () => {
    const { lab } = await watched();
    for (const looking of [true, false, true]) {
      instances.watch.want({ looking, selected: undefined, fineMemory: looking });
    }
    await vi.waitFor(() =>
      expect(asked(lab).at(-1)).toMatchObject({ looking: true, fineMemory: true }),
    );
    expect(asked(lab)).toHaveLength(3);
  });

  it('move at most once a frame, however many pushes come', async () => {
    const { lab } = await watched();
    const before = instances.tick;
    lab.instances.step();
    lab.instances.step();
    lab.instances.change(idOf('build-runner'), { health: 'unhealthy' });
    expect(instances.tick).toBe(before);
    expect(frames).toHaveLength(1);
    nextFrame();
    expect(instances.find(idOf('build-runner'))?.health).toBe('unhealthy');
    expect(instances.tick).toBe(before + 1);
    lab.instances.change(idOf('build-runner'), { health: 'healthy' });
    nextFrame();
    expect(instances.find(idOf('build-runner'))?.health).toBe('healthy');
    expect(instances.tick).toBe(before + 1);
  });

  it('have no numbers any more once they ended, and other ones after a new start', async () => {
    const { lab } = await watched();
    const id = idOf('shop-api-1');
    lab.instances.change(id, { state: 'exited', exitCode: 1 });
    lab.instances.step();
    nextFrame();
    expect(instances.track(id)?.latest).toBeUndefined();
    lab.instances.change(id, { state: 'running' });
    lab.instances.step();
    nextFrame();
    expect(instances.track(id)?.latest?.tMs).toBe(lab.instances.nowMs);
  });

  it('drop samples of what went, and of nobody', async () => {
    const { lab } = await watched();
    const id = idOf('mandelbrot.wasm');
    lab.instances.remove(id);
    lab.push('instances.samples', {
      periodMs: 1000,
      samples: [{ id, samples: [{ tMs: 500_000, memory: {} }] }],
    });
    nextFrame();
    expect(instances.find(id)).toBeUndefined();
    expect(instances.track(id)).toBeUndefined();
    expect(instances.latestMs).toBeLessThan(500_000);
  });

  it('are let go when the window closes', async () => {
    const { lab } = await watched();
    instances.destroy();
    await vi.waitFor(() => expect(lab.requests.at(-1)?.name).toBe('instances.unwatch'));
  });
});
