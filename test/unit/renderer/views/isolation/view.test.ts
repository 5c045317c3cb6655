import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeLab } from '../../../../support/fake-lab.js';
import type { FakeLabOptions } from '../../../../support/fake-lab.js';
import { go, renderOn } from '../../render-app.js';

beforeEach(() => sessionStorage.clear());
afterEach(() => go('lab'));

async function renderIsolation(options: FakeLabOptions = {}): Promise<FakeLab> {
  const lab = new FakeLab({ speed: 0, prepareMs: 500, ...options });
  await renderOn(lab);
  return lab;
}
function idOf(lab: FakeLab, name: string): string {
  const found = lab.instances.all.find(({ view }) => view.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found.view.id;
}
const showOf = (lab: FakeLab, ...names: string[]) =>
  go(`isolation?${names.map((name) => `of=instance:${idOf(lab, name)}`).join('&')}`);
const row = (title: string) => {
  const found = screen.getAllByTestId('question').find((one) => one.textContent.includes(title));
  if (found === undefined) throw new Error(`no question ${title}`);
  return found;
};
const asked = (lab: FakeLab, name: string) => lab.requests.filter((one) => one.name === name);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const tab = (name: string) => fireEvent.click(screen.getByRole('tab', { name }));

describe('the comparison', () => {
  it('begins with what can be chosen, and chooses the first match with Enter', async () => {
    const lab = await renderIsolation();
    await go('isolation');
    const search = await screen.findByPlaceholderText('Name, image, runtime, pid…');
    await fireEvent.input(search, { target: { value: 'build' } });
    await fireEvent.keyDown(search, { key: 'Enter' });
    await screen.findByText('7 open');
    expect(asked(lab, 'isolation.profile')[0]?.params).toEqual({
      subject: { kind: 'instance', id: idOf(lab, 'build-runner') },
    });
  });

  it('puts a default and a privileged container side by side, and says where they differ', async () => {
    const lab = await renderIsolation();
    await showOf(lab, 'shop-web-1', 'build-runner');
    await screen.findByText('7 open');
    const files = within(row('Can it read the host’s files?')).getAllByRole('button');
    expect(files.map(({ dataset }) => dataset['openness'])).toEqual(['closed', 'open']);
    expect(row('Can it read the host’s files?').textContent).toContain('they differ');
    expect(files[1]?.textContent).toContain('Declared: open.');
    expect(location.hash).toBe('#isolation');
  });

  it('opens the checks of a cell with their evidence, and gives the focus back', async () => {
    const lab = await renderIsolation();
    await showOf(lab, 'shop-web-1', 'build-runner');
    await screen.findByText('7 open');
    const cell = within(row('Can it see other processes?')).getAllByRole('button')[1];
    if (cell === undefined) throw new Error('no cell');
    cell.focus();
    await fireEvent.click(cell);
    const pane = screen.getByRole('region', { name: /^Evidence: Can it see/ });
    expect(pane.textContent).toContain('/proc/4712/ns/pid');
    expect(pane.textContent).toContain('pid:[4026531836]');
    expect(pane.textContent).toContain('Leave out --pid host.');
    await fireEvent.keyDown(pane, { key: 'Escape' });
    expect(screen.queryByRole('region', { name: /^Evidence/ })).toBeNull();
    expect(document.activeElement).toBe(cell);
  });

  it('is one stop of the Tab key', async () => {
    const lab = await renderIsolation();
    await showOf(lab, 'shop-web-1', 'build-runner');
    await screen.findByText('7 open');
    const cells = [...screen.getByRole('table').querySelectorAll<HTMLElement>('tbody button')];
    await waitFor(() => expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1));
    cells[0]?.focus();
    await fireEvent.keyDown(cells[0] as HTMLElement, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(cells[1]);
    await fireEvent.keyDown(cells[1] as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(cells[3]);
  });

  it('remembers its subjects when the window is loaded again, and forgets one that is removed', async () => {
    const lab = await renderIsolation();
    await showOf(lab, 'shop-web-1', 'build-runner');
    await screen.findByText('7 open');
    await fireEvent.click(button('Remove shop-web-1'));
    expect(JSON.parse(sessionStorage.getItem('paralelo.isolation') ?? '')).toEqual([
      `instance:${idOf(lab, 'build-runner')}`,
    ]);
  });

  it('adds what a link wants to compare, four at most', async () => {
    const lab = await renderIsolation();
    await showOf(lab, 'shop-web-1', 'build-runner', 'mandelbrot.wasm', 'shop-db-1');
    await go(`isolation?with=instance:${idOf(lab, 'api.wasm')}`);
    await screen.findByRole('button', { name: 'Remove api.wasm' });
    expect(screen.queryByRole('button', { name: 'Remove shop-db-1' })).toBeNull();
    expect(screen.getAllByRole('button', { name: /^Remove / })).toHaveLength(4);
  });

  it('says what went wrong with one, and shows the rest', async () => {
    const lab = await renderIsolation();
    await showOf(lab, 'build-runner');
    await go('isolation?with=instance:gone');
    expect((await screen.findByRole('alert')).textContent).toContain('It ended while it was read.');
    expect(screen.getByText('7 open')).toBeTruthy();
    expect(screen.getByText('could not be read')).toBeTruthy();
  });

  it('asks again for one that was not known yet, once it is listed', async () => {
    const lab = await renderIsolation();
    const late = lab.instances.all.find(({ view }) => view.name === 'build-runner');
    if (late === undefined) throw new Error('no build-runner');
    await go('isolation');
    await screen.findByText('build-runner');
    lab.instances.remove(late.view.id);
    await waitFor(() => expect(screen.queryByText('build-runner')).toBeNull());
    await go(`isolation?of=instance:${late.view.id}`);
    await screen.findByText('could not be read');
    lab.instances.add(late);
    await screen.findByText('7 open');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('reads a module that was picked', async () => {
    const lab = await renderIsolation();
    await go('isolation');
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose a .wasm file…' }));
    await screen.findByText('module, not running');
    expect(asked(lab, 'isolation.profile')[0]?.params).toEqual({
      subject: { kind: 'module', path: '/home/ada/programs/mandelbrot.wasm' },
    });
  });

  it('shows names of others as text only', async () => {
    const lab = await renderIsolation();
    await showOf(lab, '<img src=x onerror=alert(1)><b>bold</b>');
    await screen.findByText('docker:crun · running');
    expect(document.querySelector('main img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)><b>bold</b>')).toBeTruthy();
  });
});

describe('the profile', () => {
  it('shows the sections, the advice with its flag to copy, and the gaps', async () => {
    const lab = await renderIsolation();
    await showOf(lab, 'build-runner');
    await screen.findByText('7 open');
    await fireEvent.click(button('Profile of build-runner'));
    const sections = screen.getAllByTestId('section').map(({ dataset }) => dataset['section']);
    expect(sections).toEqual(
      expect.arrayContaining(['namespaces', 'capabilities', 'files', 'limits', 'network']),
    );
    expect(screen.getAllByTestId('advice')[0]?.textContent).toContain('CIS 5.4');
    expect(button('Copy --memory 512m')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Copy without --privileged' })).toBeNull();
    expect(screen.getByTestId('gap').textContent).toContain('could not be read');
  });

  it('shortens a long list until it is asked for', async () => {
    const lab = await renderIsolation();
    await showOf(lab, 'build-runner');
    await screen.findByText('7 open');
    await tab('Profile');
    expect(screen.queryByText('SETFCAP')).toBeNull();
    await fireEvent.click(button('25 more'));
    expect(screen.getByText('SETFCAP')).toBeTruthy();
  });
});

describe('the probes', () => {
  it('run over the runtimes that were left, and fill the matrix as they go', async () => {
    const lab = await renderIsolation({ isolation: { pace: 0 } });
    await go('isolation');
    await tab('Matrix');
    await screen.findByText('Nothing has been tried yet');
    await fireEvent.click(button('All runtimes'));
    await fireEvent.click(screen.getByRole('checkbox', { name: 'wazero' }));
    await fireEvent.click(button('Try them'));
    const total = lab.isolation.progress.total;
    await screen.findByText(`${String(total)} of ${String(total)} left`);
    const [request] = asked(lab, 'isolation.probe');
    expect((request?.params as { runtimes: string[] }).runtimes).not.toContain('wazero');
    lab.isolation.step(10);
    await screen.findByText(`${String(total - 10)} of ${String(total)} left`);
    expect((await screen.findAllByRole('button', { name: /, default: / })).length).toBeGreaterThan(
      0,
    );
    await fireEvent.click(button('Stop'));
    await screen.findByText(/It was stopped before its end/);
    expect(button('Try again')).toBeTruthy();
  });

  it('show who refused, the error, and what the guest printed as text', async () => {
    await renderIsolation({ isolation: { isProbed: true } });
    await go('isolation');
    await tab('Matrix');
    const cell = await screen.findAllByRole('button', { name: /^V8, default: allowed, unlike/ });
    expect(cell).toHaveLength(1);
    await fireEvent.click(
      screen.getAllByRole('button', { name: /^wasmtime, default: refused/ })[2] as HTMLElement,
    );
    const pane = screen.getByRole('region', { name: /^Attempt: Follow a symlink/ });
    expect(pane.textContent).toContain('the runtime');
    expect(pane.textContent).toContain('EPERM');
    expect(pane.querySelector('pre')?.textContent).toContain('<b>as</b> it ␛[31mwas');
    expect(pane.querySelector('pre b')).toBeNull();
  });

  it('say why they could not be started', async () => {
    await renderIsolation({ isolation: { fails: true } });
    await go('isolation');
    await tab('Matrix');
    await fireEvent.click(await screen.findByRole('button', { name: 'Try them' }));
    expect((await screen.findByRole('alert')).textContent).toContain('could not be made');
  });
});
