import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { Client } from '../../../../../src-main/contract/index.js';
import { Comparison } from '../../../../../src-renderer/state/comparison.svelte.js';
import { Machine } from '../../../../../src-renderer/state/machine.svelte.js';
import LabView from '../../../../../src-renderer/views/lab/LabView.svelte';
import { FakeLab } from '../../../../support/fake-lab.js';

afterEach(cleanup);

async function show(): Promise<Comparison> {
  const client = new Client(new FakeLab({ speed: 0 }));
  const machine = new Machine(client);
  const comparison = new Comparison(client, () => machine.runtimes);
  render(LabView, {
    client,
    machine,
    comparison,
    connected: true,
    active: true,
    query: '',
    onTaken: () => undefined,
  });
  await machine.load();
  await waitFor(() => expect(screen.getAllByTestId('lane')).toHaveLength(2));
  return comparison;
}
const lanes = () => screen.getAllByTestId('lane').map(({ dataset }) => dataset['runtime']);
const field = (name: RegExp) => screen.getByRole('button', { name }).textContent;

describe('a run that another room offers', () => {
  const workload = { kind: 'image', ref: 'shop/web:2', args: ['serve'] } as const;

  it('fills the form, each time it is offered', async () => {
    const comparison = await show();
    const offer = { runtime: 'docker:runc', workload: { ...workload, args: ['serve'] } };
    comparison.propose(offer);
    await waitFor(() => expect(lanes()).toEqual(['docker:runc']));
    expect(field(/^Image/)).toContain('shop/web:2');
    comparison.propose({ ...offer, workload: { ...offer.workload, ref: 'other' } });
    await waitFor(() => expect(field(/^Image/)).toContain('other'));
  });

  it('gets the runtimes that are here when its own is not', async () => {
    const comparison = await show();
    comparison.propose({ runtime: 'podman:crun', workload: { ...workload, args: [] } });
    await waitFor(() => expect(field(/^Image/)).toContain('shop/web:2'));
    expect(lanes().length).toBeGreaterThan(0);
    expect(lanes()).not.toContain('podman:crun');
  });
});
