import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { renderApp, runButton, untilState } from '../render-app.js';

const open = async (name: RegExp): Promise<HTMLElement> => {
  await fireEvent.click(screen.getByRole('button', { name }));
  return screen.findByRole('dialog');
};

describe('a popover of the bar', () => {
  it('takes the focus, and gives it back on Escape', async () => {
    await renderApp();
    const dialog = await open(/^Grants/);
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await fireEvent.keyDown(dialog, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Grants/ }));
  });

  it('does not stop a run with the Escape that closes it', async () => {
    const lab = await renderApp();
    await fireEvent.click(runButton());
    await untilState('preparing');
    const dialog = await open(/^Privileges/);
    await fireEvent.keyDown(dialog, { key: 'Escape' });
    expect(lab.requests.map(({ name }) => name)).not.toContain('comparisons.stop');
  });

  it('closes when something else is clicked', async () => {
    await renderApp();
    await open(/^Grants/);
    await fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says how many privileges were loosened, and takes it back', async () => {
    await renderApp();
    await open(/^Privileges/);
    await fireEvent.click(screen.getByRole('switch', { name: /Read-only root/ }));
    await fireEvent.click(screen.getByRole('button', { name: /default 14/ }));
    const field = screen.getByRole('button', { name: /^Privileges/ });
    expect(field.textContent).toContain('2 loosened');
    await fireEvent.click(screen.getByRole('button', { name: 'Least privilege' }));
    expect(field.textContent).toContain('least');
  });

  it('lets the same runtime stand in two lanes, in the runtimes’ order', async () => {
    await renderApp();
    await open(/^Lanes/);
    await fireEvent.click(screen.getByRole('checkbox', { name: /^wasmtime/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'One more V8 lane' }));
    expect(screen.getAllByTestId('lane').map((card) => card.getAttribute('aria-label'))).toEqual([
      'Docker, runc',
      'V8',
      'V8 · 2',
      'wasmtime',
    ]);
  });

  it('does not offer a runtime that is not here, and says why', async () => {
    await renderApp();
    await open(/^Lanes/);
    expect(screen.getByRole('checkbox', { name: /^wasmer/ })).toHaveProperty('disabled', true);
    expect(screen.getByText(/wasmer is not on the PATH/)).toBeTruthy();
  });

  it('fills the module from the file dialog of the shell', async () => {
    await renderApp();
    await open(/^Program/);
    await fireEvent.click(screen.getByRole('radio', { name: /^Your own/ }));
    await fireEvent.pointerDown(document.body);
    await open(/^Module/);
    await fireEvent.click(screen.getByRole('button', { name: /Choose a file/ }));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: /Module for/ })).toHaveProperty(
        'value',
        '/home/ada/programs/mandelbrot.wasm',
      ),
    );
  });
});
