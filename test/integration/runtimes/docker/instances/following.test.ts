import { expect, it } from 'vitest';
import { describeEachEngine } from '../../../../support/docker/each-engine.js';
import type { Engine } from '../../../../../src-main/runtimes/docker/index.js';
import { uncovered } from '../../../../support/uncovered.js';

function tellsOom({ id, facts }: Engine): boolean {
  if (id === 'docker' || facts.cgroupVersion === 2) return true;
  uncovered('The oom event of Podman', 'it does not know of it with cgroups of version 1.');
  return false;
}

await describeEachEngine(({ engine, plain, seen }) => {
  it('shows a container that somebody else makes, starts, lets end and removes', async () => {
    const { sink } = seen;
    const id = await plain.create('exit 3', { name: `plain-${process.pid}` });
    const created = await sink.instance(id);
    expect(created.view).toMatchObject({
      kind: 'container',
      name: `plain-${process.pid}`,
      engine: engine.id,
      state: 'created',
      args: ['sh', '-c', 'exit 3'],
      isProtected: false,
      isOfLab: false,
      actions: ['start', 'remove'],
      restarts: 0,
    });
    expect(created.view.program).toContain('paralelo-test/shell:1');
    expect(created.view.runtime).toMatch(/^(docker:runc|podman:(crun|runc))$/);
    expect(created.view).not.toHaveProperty('pid');
    expect(created.life).toBeUndefined();
    await plain.post(id, 'start');
    const exited = await sink.instance(id, ({ state }) => state === 'exited');
    expect(exited.view).toMatchObject({ exitCode: 3, actions: ['start', 'remove'] });
    expect(Date.parse(exited.view.finishedAtIso ?? '')).toBeGreaterThan(0);
    expect(await sink.eventOf(id, 'die')).toMatchObject({ detail: 'exit code 3' });
    await plain.remove(id);
    await sink.isGone(id);
    expect(sink.instances.has(id)).toBe(false);
  });

  it('tells pause and unpause, and goes on measuring the same life', async () => {
    const { sink } = seen;
    const id = await plain.start('exec sleep 300');
    const running = await sink.instance(id, ({ state }) => state === 'running');
    expect(running.view.pid).toBeGreaterThan(0);
    expect(running.view.actions).toEqual(['stop', 'restart', 'pause', 'kill', 'remove']);
    await plain.post(id, 'pause');
    const paused = await sink.instance(id, ({ state }) => state === 'paused');
    expect(paused.life).toBe(running.life);
    expect(paused.view.actions[0]).toBe('unpause');
    await plain.post(id, 'unpause');
    await sink.instance(id, ({ state }) => state === 'running');
    const actions = sink.events.filter((one) => one.instanceId === id).map(({ action }) => action);
    expect(actions).toEqual(['create', 'start', 'pause', 'unpause']);
  });

  it('tells another life, and a restart by the engine, of one that keeps ending', async () => {
    const { sink } = seen;
    const id = await plain.start('exit 7', {
      host: { RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 2 } },
    });
    const ended = await sink.instance(
      id,
      ({ state, restarts }) => state === 'exited' && restarts === 2,
    );
    expect(ended.view.exitCode).toBe(7);
    const starts = () =>
      sink.events.filter((one) => one.instanceId === id && one.action === 'start').length;
    await sink.until(() => starts() === 3);
  });

  // Podman's monitor notes it where Podman does not look, as long as cgroups are of version 1.
  it.runIf(tellsOom(engine))('tells that memory ran out', async () => {
    const { sink } = seen;
    const id = await plain.create('x=a; while :; do x=$x$x; done', {
      host: { Memory: 16 << 20, MemorySwap: 16 << 20 },
    });
    await sink.instance(id);
    await plain.post(id, 'start');
    const oom = await sink.eventOf(id, 'oom');
    expect(oom.atMs).toBeGreaterThan(0);
    await sink.instance(id, ({ state }) => state === 'exited');
    expect(sink.events.filter((one) => one.instanceId === id && one.action === 'oom')).toHaveLength(
      1,
    );
  });

  it('shows Compose project and service, protection, and texts of others as they are', async () => {
    const { sink } = seen;
    const mean = `<img src=x onerror=alert(1)>\u202Egnp.exe${'é'.repeat(3000)}`;
    const id = await plain.create('true', {
      labels: {
        'com.docker.compose.project': mean,
        'com.docker.compose.service': 'web',
        'dev.paralelo.protected': '',
        long: mean,
      },
    });
    const { view } = await sink.instance(id);
    expect(view).toMatchObject({ service: 'web', isProtected: true, actions: ['start'] });
    expect(view.project).toHaveLength(256);
    expect(mean.startsWith(view.project?.slice(0, -1) ?? '?')).toBe(true);
    const groups = await (await sink.instance(id)).configuration();
    const labels = groups.find(({ title }) => title === 'Labels')?.entries ?? [];
    expect(labels).toContainEqual({ name: 'long', value: mean });
  });

  it('is not protected by a label that says false', async () => {
    const id = await plain.create('true', { labels: { 'dev.paralelo.protected': 'false' } });
    const { view } = await seen.sink.instance(id);
    expect(view.isProtected).toBe(false);
  });

  it('shows another name as soon as it has one', async () => {
    const id = await plain.create('true', { name: `first-${process.pid}` });
    await seen.sink.instance(id);
    await plain.post(id, 'rename', { name: `second-${process.pid}` });
    await seen.sink.instance(id, ({ name }) => name === `second-${process.pid}`);
  });

  it('counts what it asks', () => {
    const [asked] = seen.source.asked();
    expect(asked?.engine).toBe(engine.id);
    expect(asked?.requests).toBeGreaterThan(5);
    expect(asked?.daemonPid).toBeGreaterThan(1);
  });
});
