import { expect, it } from 'vitest';
import { describeEachEngine } from '../../../../support/docker/each-engine.js';
import type { InstanceAction, InstanceState } from '../../../../../src-main/contract/index.js';
import { INSTANCE_ACTIONS } from '../../../../../src-main/contract/index.js';
import { rejectionOf } from '../../../../support/refusal.js';

await describeEachEngine(({ engine, plain, seen }) => {
  const inState = (id: string, wanted: InstanceState) =>
    seen.sink.instance(id, ({ state }) => state === wanted);
  /** Ends at once when it is asked to. */
  const OBEDIENT = 'trap "exit 0" TERM; while :; do sleep 0.1; done';

  it('does each action that a running container offers', async () => {
    const id = await plain.create(OBEDIENT);
    await (await inState(id, 'created')).act('start');
    const first = await inState(id, 'running');
    await first.act('restart');
    const second = await seen.sink.instance(
      id,
      ({ state, pid }) => state === 'running' && pid !== first.view.pid,
    );
    expect(second.life).not.toBe(first.life);
    await second.act('pause');
    await (await inState(id, 'paused')).act('unpause');
    await (await inState(id, 'running')).act('stop');
    const stopped = await inState(id, 'exited');
    expect(stopped.view.exitCode).toBe(0);
    await stopped.act('start');
    await (await inState(id, 'running')).act('kill');
    const killed = await inState(id, 'exited');
    expect(killed.view.exitCode).toBe(137);
    await killed.act('remove');
    await seen.sink.isGone(id);
  });

  const offered = engine.id === 'docker' ? ['stop', 'restart', 'kill', 'remove'] : ['remove'];
  it.each(offered as InstanceAction[])(
    'does %s to a paused container, which offers it',
    async (action) => {
      const id = await plain.start('exec sleep 300');
      await plain.post(id, 'pause');
      const paused = await inState(id, 'paused');
      expect(paused.view.actions).toEqual(['unpause', ...offered]);
      await paused.act(action);
      if (action === 'remove') await seen.sink.isGone(id);
      else await inState(id, action === 'restart' ? 'running' : 'exited');
    },
    60_000,
  );

  it('removes a running container, for the user has confirmed it', async () => {
    const id = await plain.start('exec sleep 300');
    await (await inState(id, 'running')).act('remove');
    await seen.sink.isGone(id);
  });

  it('offers nothing that could end a protected container, and does nothing of it', async () => {
    const id = await plain.start('exec sleep 300', { labels: { 'dev.paralelo.protected': 'yes' } });
    const found = await inState(id, 'running');
    expect(found.view.actions).toEqual([]);
    for (const action of ['stop', 'restart', 'pause', 'kill', 'remove'] as const) {
      expect(await rejectionOf(found.act(action))).toMatchObject({ code: 'instance-protected' });
    }
    expect((await seen.sink.instance(id)).view.state).toBe('running');
  });

  it('says what is possible when an action makes no sense in its state', async () => {
    const found = await seen.sink.instance(await plain.create('true'));
    for (const action of INSTANCE_ACTIONS) {
      if (found.view.actions.includes(action)) continue;
      const refused = await rejectionOf(found.act(action));
      expect(refused).toMatchObject({
        code: 'action-not-possible',
        hint: 'Possible now: start, remove.',
      });
    }
  });

  it('passes on why the engine refuses', async () => {
    const id = await plain.create('', { command: ['no-such-program'] });
    const refused = await rejectionOf((await seen.sink.instance(id)).act('start'));
    expect(refused.code).toBe('action-failed');
    expect(refused.message).toMatch(/no-such-program/);
  });

  it('says that a container is no longer there', async () => {
    const id = await plain.create('true');
    const found = await seen.sink.instance(id);
    await plain.remove(id);
    await seen.sink.isGone(id);
    const asks = [
      () => found.act('start'),
      () => found.configuration(),
      () => found.processes(),
    ] as const;
    // One after the other: a rejection that nobody awaits yet would count as unhandled.
    for (const ask of asks) {
      expect(await rejectionOf(ask())).toMatchObject({ code: 'unknown-instance' });
    }
  });
});
