import { cleanup, render, screen, within } from '@testing-library/svelte';
import { afterEach, vi } from 'vitest';
import App from '../../../src-renderer/App.svelte';
import { FakeLab } from '../../support/fake-lab.js';
import type { FakeLabOptions } from '../../support/fake-lab.js';

afterEach(cleanup);

/** The whole window on a pretended lab whose clock stands still until `lab.playTo`. */
export async function renderApp(options: FakeLabOptions = {}): Promise<FakeLab> {
  const lab = new FakeLab({ speed: 0, prepareMs: 500, ...options });
  await renderOn(lab);
  return lab;
}

export async function renderOn(lab: FakeLab): Promise<void> {
  render(App, { connection: { transport: lab, onState: lab.onState } });
  await vi.waitFor(() => {
    if (screen.queryAllByTestId('lane').length === 0) throw new Error('no lanes yet');
  });
}

export function lane(runtime: string): HTMLElement {
  const found = screen.getAllByTestId('lane').find((card) => card.dataset.runtime === runtime);
  if (found === undefined) throw new Error(`no lane of ${runtime}`);
  return found;
}

export const inLane = (runtime: string) => within(lane(runtime));

export const runButton = (): HTMLElement => screen.getByRole('button', { name: /^Run/ });

/** Waits until every lane says that it is in this state. */
export async function untilState(state: string): Promise<void> {
  await vi.waitFor(() => {
    const states = screen.getAllByTestId('lane').map((card) => card.dataset.state);
    if (!states.every((one) => one === state)) throw new Error(states.join());
  });
}
