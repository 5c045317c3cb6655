import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderApp, untilState } from '../../render-app.js';

beforeEach(() => localStorage.clear());

const panel = (): HTMLElement => screen.getByRole('region', { name: 'Found on this machine' });
const isGone = (): void => {
  expect(screen.queryByRole('region', { name: 'Found on this machine' })).toBeNull();
};

describe('before the first run', () => {
  it('the Lab says what was found, and the line that gets what is missing', async () => {
    await renderApp();
    const found = within(panel());
    expect(found.getByText(/^Docker 20\.10/)).toBeTruthy();
    expect(found.getByText(/^V8/)).toBeTruthy();
    expect(found.getByText('systemctl --user start podman.socket').tagName).toBe('CODE');
    expect(found.getByRole('button', { name: 'Copy the line for Podman' })).toBeTruthy();
  });

  it('one click starts a comparison, and it is not the first any more', async () => {
    const lab = await renderApp();
    await fireEvent.click(
      within(panel()).getByRole('button', { name: 'Start a first comparison' }),
    );
    await untilState('preparing');
    isGone();
    lab.playTo(8000);
    await untilState('ended');
    expect(localStorage.getItem('paralelo.welcomed')).toBe('true');
  });

  it('without an engine it compares two of what is there', async () => {
    const lab = await renderApp({ docker: false });
    expect(within(panel()).queryByText(/^Docker/)).toBeNull();
    await fireEvent.click(
      within(panel()).getByRole('button', { name: 'Start a first comparison' }),
    );
    await untilState('preparing');
    const lanes = screen.getAllByTestId('lane').map(({ dataset }) => dataset['runtime']);
    expect(lanes).toEqual(['v8', 'wasmtime']);
    lab.playTo(8000);
    await untilState('ended');
  });

  it('who sends it away is not shown it again', async () => {
    await renderApp();
    await fireEvent.click(screen.getByRole('button', { name: 'Do not show this again' }));
    isGone();
  });
});

it('who ran something before is not welcomed', async () => {
  localStorage.setItem('paralelo.welcomed', 'true');
  await renderApp();
  await waitFor(() => expect(screen.getAllByTestId('lane')).toHaveLength(2));
  isGone();
});
