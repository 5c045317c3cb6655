import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { Client } from '../../../../../src-main/contract/index.js';
import { Comparison } from '../../../../../src-renderer/state/comparison.svelte.js';
import { Machine } from '../../../../../src-renderer/state/machine.svelte.js';
import LabView from '../../../../../src-renderer/views/lab/LabView.svelte';
import { FakeLab } from '../../../../support/fake-lab.js';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('shows what a run printed in the moment in which it shows that it ended', async () => {
  const lab = new FakeLab({ speed: 0 });
  const client = new Client(lab);
  const machine = new Machine(client);
  const comparison = new Comparison(client, () => machine.runtimes);
  const room = { client, machine, comparison, connected: true, active: true, query: '' };
  render(LabView, { ...room, onTaken: () => undefined });
  await machine.load();
  await waitFor(() => expect(screen.getAllByTestId('lane')).toHaveLength(2));
  screen.getByRole('button', { name: 'Run' }).click();
  await waitFor(() => expect(comparison.lanes).toHaveLength(2));
  vi.stubGlobal('requestAnimationFrame', () => 0);
  lab.playTo(60_000);
  await tick();
  expect(screen.getAllByTestId('lane').map(({ dataset }) => dataset['state'])).toEqual([
    'ended',
    'ended',
  ]);
  for (const log of screen.getAllByRole('log')) expect(log.textContent).toContain('63 MiB');
  comparison.destroy();
});
