import { describe, expect, it, vi } from 'vitest';
import { Client, INSTANCE_ACTIONS } from '../../../../../../src-main/contract/index.js';
import type { Instance, InstanceAction } from '../../../../../../src-main/contract/index.js';
import { ActionFlow } from '../../../../../../src-renderer/views/instances/details/action-flow.svelte.js';
import {
  confirmText,
  resultText,
} from '../../../../../../src-renderer/views/instances/details/action-words.js';
import { MODULE, WEB } from '../../../../../support/fake-instance-data.js';
import { FakeDetailsLab } from '../../../../../support/fake-instance-details.js';
import type { FakeDetailsOptions } from '../../../../../support/fake-instance-details.js';

function flowOn(options: FakeDetailsOptions = {}, instance: () => Instance = () => WEB) {
  const lab = new FakeDetailsLab(options);
  return { lab, flow: new ActionFlow(new Client(lab), instance) };
}
const acts = (lab: FakeDetailsLab): unknown[] =>
  lab.asked.filter(({ name }) => name === 'instances.act').map(({ params }) => params.action);

describe('what is asked before an action', () => {
  it('is asked for whatever loses something, and always for kill and remove', () => {
    const asked = (instance: Instance): InstanceAction[] =>
      INSTANCE_ACTIONS.filter((action) => confirmText(action, instance) !== undefined);
    expect(asked(WEB)).toEqual(['stop', 'restart', 'kill', 'remove']);
    expect(asked({ ...WEB, state: 'exited' })).toContain('remove');
    expect(asked({ ...WEB, state: 'exited' })).toContain('kill');
  });

  it('says that one that runs is killed before it is removed', () => {
    expect(confirmText('remove', WEB)).toContain('It runs: it is killed first');
    expect(confirmText('remove', { ...WEB, state: 'paused' })).toContain('killed first');
    expect(confirmText('remove', { ...WEB, state: 'exited' })).not.toContain('killed');
  });

  it('says that a process cannot be started again', () => {
    expect(confirmText('stop', MODULE)).toContain('cannot be started again');
  });
});

describe('an action', () => {
  it('that loses nothing is done on the click', async () => {
    const { lab, flow } = flowOn();
    await flow.ask('pause');
    expect(acts(lab)).toEqual(['pause']);
    expect(flow.done).toBe('pause');
  });

  it('that loses something is done only on a yes', async () => {
    const { lab, flow } = flowOn();
    await flow.ask('kill');
    expect(flow.question).toContain('SIGKILL');
    expect(acts(lab)).toEqual([]);
    flow.cancel();
    await flow.confirm();
    expect(acts(lab)).toEqual([]);
    await flow.ask('kill');
    await flow.confirm();
    expect(acts(lab)).toEqual(['kill']);
  });

  it('is not done when it is no longer possible by the time of the yes', async () => {
    let now = WEB;
    const { lab, flow } = flowOn({}, () => now);
    await flow.ask('stop');
    now = { ...WEB, state: 'exited', actions: ['start', 'remove'] };
    await flow.confirm();
    expect(acts(lab)).toEqual([]);
  });

  it('keeps out every other while it is under way', async () => {
    const { lab, flow } = flowOn({ holdsActions: true });
    const first = flow.ask('pause');
    await vi.waitFor(() => expect(acts(lab)).toEqual(['pause']));
    await flow.ask('kill');
    expect(flow.asking).toBeUndefined();
    expect(flow.busy).toBe('pause');
    lab.release();
    await first;
    expect(flow.busy).toBeUndefined();
  });

  it('that is refused says why and what to do next', async () => {
    const { flow } = flowOn({ refuses: true });
    await flow.ask('pause');
    expect(flow.done).toBeUndefined();
    expect(flow.problem?.message).toContain('the container is in use');
    expect(flow.problem?.hint).not.toBe('');
  });

  it('has the exit code in its result once that is known', () => {
    expect(resultText('stop', { ...WEB, state: 'exited', exitCode: 0 })).toBe(
      'Stopped, exit code 0',
    );
    expect(resultText('kill', { ...WEB, state: 'exited', exitCode: 137 })).toBe(
      'Killed, exit code 137',
    );
    expect(resultText('stop', { ...WEB, exitCode: 3 })).toBe('Stopped');
    expect(resultText('remove', WEB)).toBe('Removed');
  });
});
