import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeAll, vi } from 'vitest';
import App from '../../../src-renderer/App.svelte';
import { roomCodes } from '../../../src-renderer/views/room-codes.js';
import { FakeLab } from '../../support/fake-lab.js';
import type { FakeLabOptions } from '../../support/fake-lab.js';

// What the page reads when it is wanted has to be compiled here first: that takes longer than a test waits for it.
beforeAll(async () => {
  const parts = Object.values(roomCodes()).map((code) => code.load());
  await Promise.all([...parts, import('../../../src-renderer/i18n/pt-BR/whole.js')]);
}, 60_000);
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

/** To another room, until it is there. */
export async function go(room: string): Promise<void> {
  location.hash = `#${room}`;
  await fireEvent(window, new HashChangeEvent('hashchange'));
  await vi.waitFor(() => {
    if (document.querySelector('[aria-busy=true]') !== null) throw new Error('not there yet');
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
