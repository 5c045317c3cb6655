import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeTryOut } from '../../../../support/fake-try-outs.js';
import type { FakeLab, FakeLabOptions } from '../../../../support/fake-lab.js';
import { go, renderApp, runButton, untilState } from '../../render-app.js';

afterEach(() => go('lab'));

async function renderRuntimes(options: FakeLabOptions = {}): Promise<FakeLab> {
  const lab = await renderApp({ many: true, ...options });
  await go('runtimes');
  await screen.findByRole('table');
  return lab;
}

function row(id: string): HTMLElement {
  const found = screen.getAllByTestId('runtime').find(({ dataset }) => dataset['runtime'] === id);
  if (found === undefined) throw new Error(`no row of ${id}`);
  return found;
}
const details = () => screen.getByRole('region', { name: /^Details of/ });
const select = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const tried = (lab: FakeLab) =>
  lab.requests
    .filter(({ name }) => name === 'runtimes.tryOut')
    .map(({ params }) => (params as { id: string }).id);
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the table of runtimes', () => {
  it('says for each whether it is here, its version, and who holds each limit', async () => {
    await renderRuntimes();
    const cells = within(row('wasmtime'))
      .getAllByRole('cell')
      .map((cell) => cell.textContent.trim());
    expect(cells[0]).toBe('48.0.0');
    expect(cells[1]).toBe(
      'Memory: enforced by the engine: refuses growth beyond it (-W max-memory-size).',
    );
    expect(cells[2]).toContain('CPU: enforced by the lab');
    expect(within(row('docker:runc')).getByText('runc 1.2.6')).toBeTruthy();
  });

  it('says in one line how to get what is not here, with a command to copy', async () => {
    await renderRuntimes();
    expect(row('wasmedge').textContent).toContain('not here');
    expect(within(row('wasmedge')).getByText('sudo apt-get install wasmedge').tagName).toBe('CODE');
    expect(within(row('wasmedge')).getByRole('button', { name: 'Copy command for WasmEdge' }));
    expect(within(row('lucet')).queryByRole('button', { name: /^Copy/ })).toBeNull();
  });

  it('makes a caveat that weakens the sandbox stand out, in words as well', async () => {
    await renderRuntimes();
    const caveat = within(row('wasm3')).getByText(/Weaker than a sandbox should be/);
    expect(caveat.textContent).toContain('no sandbox for files');
    expect(row('v8').querySelector('.loose')?.textContent).toBe('1');
    expect(row('docker:runc').querySelector('.loose')).toBeNull();
  });

  it('is one stop of the Tab key, and arrows move within it', async () => {
    await renderRuntimes();
    const stops = () =>
      [...screen.getByRole('table').querySelectorAll('button')].filter((one) => one.tabIndex === 0);
    await waitFor(() => expect(stops()).toHaveLength(1));
    const first = button('Docker, engine');
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(button('Docker, runc'));
    await fireEvent.keyDown(button('Docker, runc'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(button('Try Docker, runc'));
    await fireEvent.keyDown(button('Try Docker, runc'), { key: 'End' });
    expect(document.activeElement).toBe(button('Try wabt'));
    expect(stops()).toEqual([button('Try wabt')]);
  });

  it('says that it looks while nothing is known, and asks again on Refresh', async () => {
    const lab = await renderRuntimes();
    await fireEvent.click(button('Refresh'));
    await waitFor(() =>
      expect(lab.requests).toContainEqual({ name: 'runtimes.list', params: { refresh: true } }),
    );
  });

  it('says what was wrong with the file of the settings', async () => {
    await renderRuntimes({
      settings: {
        problem: {
          code: 'settings-damaged',
          message: 'The settings make no sense.',
          hint: 'The file is kept as `settings.json.damaged`.',
        },
      },
    });
    expect(screen.getByText('settings.json.damaged')).toBeTruthy();
  });

  it('shows what the lab calls a runtime as text only', async () => {
    await renderRuntimes({ longNames: true });
    expect(screen.getByRole('table').querySelector('th b')).toBeNull();
  });
});

describe('details', () => {
  it('say everything of a runtime in whole words, and close on Escape', async () => {
    await renderRuntimes();
    await select('wasm3, interpreted');
    expect(details().textContent).toContain('There is no sandbox for files');
    expect(details().textContent).toContain('the lab lowers the memory maximum');
    expect(within(details()).getByText(/wasm3\/build\/release\/wasm3$/)).toBeTruthy();
    await fireEvent.keyDown(button('wasm3, interpreted'), { key: 'Escape' });
    expect(screen.queryByRole('region', { name: /^Details of/ })).toBeNull();
    expect(document.activeElement).toBe(button('wasm3, interpreted'));
  });

  it('follow the keys from row to row', async () => {
    await renderRuntimes();
    await select('wazero, compiled at each start');
    button('wazero, compiled at each start').focus();
    await fireEvent.keyDown(button('wazero, compiled at each start'), { key: 'ArrowDown' });
    expect(details().getAttribute('aria-label')).toBe('Details of wazero cached');
  });

  it('of an engine say where it is, or why it is not here', async () => {
    await renderRuntimes();
    await select('Podman, engine');
    expect(details().textContent).toContain('unix:///run/user/1000/podman/podman.sock');
    await select('Docker (context build-farm), engine');
    expect(details().textContent).toContain('the connection was refused');
  });
});

describe('the path of a program', () => {
  const field = () => screen.getByRole('textbox', { name: 'Path of the program' });
  const type = (path: string) => fireEvent.input(field(), { target: { value: path } });

  it('is set for the family, and found again with it', async () => {
    const lab = await renderRuntimes();
    await select('WasmEdge');
    await type('/opt/wasmedge');
    await fireEvent.click(button('Use this path'));
    await waitFor(() => expect(row('wasmedge').dataset['here']).toBe('true'));
    expect(lab.settings.runtimePaths).toEqual({ wasmedge: '/opt/wasmedge' });
    await waitFor(() => expect(button('Forget it')).toHaveProperty('disabled', false));
    await fireEvent.click(button('Forget it'));
    await waitFor(() => expect(row('wasmedge').dataset['here']).toBe('false'));
    await waitFor(() => expect(field()).toHaveProperty('value', ''));
  });

  it('that is wrong is said at the field, and stays there to be corrected', async () => {
    await renderRuntimes();
    await select('WasmEdge');
    await type('wasmedge');
    await fireEvent.click(button('Use this path'));
    await waitFor(() => expect(field().getAttribute('aria-invalid')).toBe('true'));
    expect(details().textContent).toContain('wasmedge is not an absolute path.');
    expect(field()).toHaveProperty('value', 'wasmedge');
  });

  it('can be chosen with the shell’s file dialog', async () => {
    const lab = await renderRuntimes();
    await select('WasmEdge');
    await fireEvent.click(button('Choose…'));
    await waitFor(() =>
      expect(lab.settings.runtimePaths).toEqual({ wasmedge: '/opt/wasmtime/wasmtime' }),
    );
  });

  it('is not offered where there is no program to choose', async () => {
    await renderRuntimes();
    await select('V8');
    expect(screen.queryByRole('textbox', { name: 'Path of the program' })).toBeNull();
  });
});

describe('a try-out', () => {
  it('shows the time to main() with its unit', async () => {
    await renderRuntimes();
    await fireEvent.click(button('Try V8'));
    await waitFor(() => expect(row('v8').dataset['try']).toBe('done'));
    expect(row('v8').querySelector('.start')?.textContent).toContain('39 ms');
    await waitFor(() =>
      expect(screen.getByText('V8: 39 milliseconds to main().').getAttribute('role')).toBe(
        'status',
      ),
    );
  });

  it('that failed says how, and why in the details', async () => {
    await renderRuntimes();
    await fireEvent.click(button('Try wabt'));
    await waitFor(() => expect(row('wabt').textContent).toContain('did not start'));
    await select('wabt, interpreted');
    expect(details().textContent).toContain('unknown flag --mapdir');
  });

  it('of all runs one after the other, those that are here, and can be cancelled', async () => {
    const lab = await renderRuntimes({ tryMs: 'manual' });
    await fireEvent.click(button('Try all'));
    await waitFor(() => expect(tried(lab)).toEqual(['docker:runc']));
    expect(row('v8').dataset['try']).toBe('waiting');
    expect(row('wasmedge').dataset['try']).toBeUndefined();
    lab.finishTryOut(fakeTryOut('docker:runc'));
    await waitFor(() => expect(tried(lab)).toEqual(['docker:runc', 'docker:crun']));
    expect(screen.getByText('Docker, crun, 2 of 18')).toBeTruthy();
    await fireEvent.click(button('Cancel'));
    await waitFor(() => expect(row('docker:crun').textContent).toContain('stopped by you'));
    expect(row('v8').dataset['try']).toBeUndefined();
    expect(row('docker:runc').dataset['try']).toBe('done');
    expect(tried(lab)).toEqual(['docker:runc', 'docker:crun']);
    expect(button('Try all')).toBeTruthy();
  });

  it('waits for a comparison that runs: it would disturb its numbers', async () => {
    const lab = await renderApp({ many: true });
    await fireEvent.click(runButton());
    await untilState('preparing');
    await go('runtimes');
    await fireEvent.click(await screen.findByRole('button', { name: 'Try all' }));
    await fireEvent.click(button('Try V8'));
    expect(tried(lab)).toEqual([]);
    lab.playTo(5000);
    await waitFor(() => expect(button('Try all').getAttribute('aria-disabled')).toBe('false'));
  });
});

describe('the rooms', () => {
  it('keep what was typed and what runs', async () => {
    const lab = await renderApp({ many: true });
    await fireEvent.input(screen.getByRole('textbox', { name: 'Arguments' }), {
      target: { value: '--to 8m' },
    });
    await fireEvent.click(runButton());
    await untilState('preparing');
    await go('runtimes');
    expect(screen.queryByRole('textbox', { name: 'Arguments' })).toBeNull();
    await fireEvent.keyDown(window, { key: 'Escape' });
    lab.playTo(400);
    await go('lab');
    expect(screen.getByRole('textbox', { name: 'Arguments' })).toHaveProperty('value', '--to 8m');
    await untilState('running');
    expect(lab.requests.map(({ name }) => name)).not.toContain('comparisons.stop');
  });

  it('draw nothing of the Lab while another is shown, and all of it after', async () => {
    const lab = await renderApp();
    await fireEvent.click(runButton());
    await untilState('preparing');
    await go('runtimes');
    const log = () => screen.getAllByRole('log', { hidden: true })[1]?.textContent;
    lab.push('runs.output', [
      { runId: lab.runs[1]?.status.id, stream: 'stdout', text: 'meanwhile', skippedBytes: 0 },
    ]);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(log()).not.toContain('meanwhile');
    await go('lab');
    await waitFor(() => expect(log()).toContain('meanwhile'));
  });

  it('say which one is shown', async () => {
    await renderRuntimes();
    expect(screen.getByRole('link', { name: 'Runtimes' }).getAttribute('aria-current')).toBe(
      'page',
    );
    expect(screen.getByRole('link', { name: 'Lab' }).getAttribute('aria-current')).toBeNull();
  });
});
