import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copiedBy, tabStops } from '../../copied.js';
import type { FakeLab, FakeLabOptions } from '../../../../support/fake-lab.js';
import { go, renderApp } from '../../render-app.js';

beforeEach(() => localStorage.clear());
afterEach(() => go('lab'));

async function renderInstances(options: FakeLabOptions = {}): Promise<FakeLab> {
  const lab = await renderApp(options);
  await go('instances');
  await screen.findByRole('grid');
  if (options.instances?.count !== 0) await screen.findAllByTestId('instance');
  lab.pushHost();
  return lab;
}

const grid = () => screen.getByRole('grid');
const rows = () => screen.queryAllByTestId('instance');
const nameOf = (row: HTMLElement) => row.querySelector('.name')?.textContent ?? '';
const names = () => rows().map(nameOf);
function row(name: string): HTMLElement {
  const found = rows().find((one) => nameOf(one) === name);
  if (found === undefined) throw new Error(`no row of ${name}: ${names().join()}`);
  return found;
}
const sortBy = (name: string) =>
  fireEvent.click(
    within(screen.getByRole('columnheader', { name: new RegExp(`^${name}`) })).getAllByRole(
      'button',
    )[0] as HTMLElement,
  );
const key = (name: string) => fireEvent.keyDown(grid(), { key: name });
const activeRow = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
const filter = () => screen.getByRole('searchbox', { name: 'Filter' });
const wishes = (lab: FakeLab) =>
  lab.requests.filter(({ name }) => name === 'instances.watch').map(({ params }) => params);

describe('the room of instances', () => {
  it('shows containers and Wasm processes in one table, by CPU', async () => {
    await renderInstances();
    expect(rows()).toHaveLength(13);
    expect(names()[0]).toBe('build-runner');
    expect(screen.getByText('9 running, 1 paused, 1 restarting, 2 stopped')).toBeTruthy();
    const api = row('shop-api-1');
    expect(api.textContent).toContain('Docker, runc');
    expect(api.textContent).toContain('healthy');
    expect(api.textContent).toMatch(/\d+ MiB\/ 512 MiB/);
  });

  it('shows what others named as text: no markup, no hidden turning of it', async () => {
    await renderInstances();
    expect(row('<img src=x onerror=alert(1)><b>bold</b>').querySelector('img')).toBeNull();
    expect(names()).toContain('invoice⟨U+202E⟩gpj.exe');
    const long = names().find((name) => name.startsWith('a-name')) ?? '';
    expect(long.length).toBeLessThanOrEqual(200);
  });

  it('tells the lab whether somebody looks, and goes on watching from other rooms', async () => {
    const lab = await renderInstances();
    await waitFor(() =>
      expect(wishes(lab).at(-1)).toMatchObject({ looking: true, fineMemory: false }),
    );
    await go('lab');
    await waitFor(() =>
      expect(wishes(lab).at(-1)).toMatchObject({ looking: false, fineMemory: false }),
    );
    expect(lab.requests.some(({ name }) => name === 'instances.unwatch')).toBe(false);
  });

  it('shows new numbers when samples come', async () => {
    const lab = await renderInstances();
    const before = row('build-runner').textContent;
    lab.instances.step(4000);
    await waitFor(() => expect(row('build-runner').textContent).not.toBe(before));
  });

  it('adds what appears and takes away what goes', async () => {
    const lab = await renderInstances();
    const id = row('build-runner').dataset['id'] ?? '';
    const [removed] = lab.instances.all.filter(({ view }) => view.id === id);
    lab.instances.remove(id);
    await waitFor(() => expect(names()).not.toContain('build-runner'));
    if (removed === undefined) throw new Error('it was not there');
    lab.instances.add(removed);
    await waitFor(() => expect(names()).toContain('build-runner'));
  });
});

describe('the order of the table', () => {
  it('is that of the head that was clicked, and says so', async () => {
    await renderInstances();
    await sortBy('Name');
    expect(names().slice(0, 2)).toEqual([
      '<img src=x onerror=alert(1)><b>bold</b>',
      expect.stringMatching(/^a-name/),
    ]);
    expect(screen.getByRole('columnheader', { name: /^Name/ }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await sortBy('Name');
    expect(names()[0]).toBe('shop-web-1');
    expect(screen.getByRole('columnheader', { name: /^CPU/ }).hasAttribute('aria-sort')).toBe(
      false,
    );
  });

  it('does not change with new numbers', async () => {
    const lab = await renderInstances();
    const before = names();
    const [first] = lab.instances.all.filter(({ view }) => view.name === 'build-runner');
    if (first !== undefined) first.cpuPercent = 0;
    lab.instances.step();
    await waitFor(() => expect(row('build-runner').textContent).toContain('0.0 %'));
    expect(names()).toEqual(before);
  });

  it('is made anew once when the first numbers come, also under the pointer', async () => {
    const lab = await renderInstances({ instances: { history: 0 } });
    expect(names()[0]).not.toBe('build-runner');
    await fireEvent.pointerEnter(grid().parentElement as HTMLElement);
    const [first] = lab.instances.all.filter(({ view }) => view.name === 'build-runner');
    if (first !== undefined) first.cpuPercent = 900;
    lab.instances.step();
    await waitFor(() => expect(names()[0]).toBe('build-runner'));
    if (first !== undefined) first.cpuPercent = 0;
    lab.instances.step();
    await waitFor(() => expect(row('build-runner').textContent).toContain('0.0 %'));
    expect(names()[0]).toBe('build-runner');
  });

  it('is kept for the next time', async () => {
    await renderInstances();
    await sortBy('Memory');
    await waitFor(() =>
      expect(JSON.parse(localStorage.getItem('paralelo.instances') ?? '{}')).toMatchObject({
        sort: { column: 'memory', descending: true },
      }),
    );
  });
});

describe('finding an instance', () => {
  it('narrows down with every word; / goes to the filter and Escape empties it', async () => {
    await renderInstances();
    await fireEvent.keyDown(window, { key: '/' });
    expect(document.activeElement).toBe(filter());
    await fireEvent.input(filter(), { target: { value: 'shop valkey' } });
    expect(names()).toEqual(['shop-cache-1']);
    expect(screen.getByText('1 running of 13 instances')).toBeTruthy();
    await fireEvent.keyDown(filter(), { key: 'Escape' });
    expect(rows()).toHaveLength(13);
  });

  it('says that nothing matches, and what to do', async () => {
    await renderInstances();
    await fireEvent.input(filter(), { target: { value: 'nothing-like-it' } });
    expect(screen.getByText('Nothing matches.')).toBeTruthy();
  });

  it('can leave out what has stopped', async () => {
    await renderInstances();
    await fireEvent.click(screen.getByRole('button', { name: 'Running' }));
    expect(rows().map(({ dataset }) => dataset['state'])).not.toContain('exited');
    expect(rows()).toHaveLength(11);
  });
});

describe('the keyboard in the table', () => {
  it('moves through rows, opens the details with Enter, and closes them with Escape', async () => {
    await renderInstances();
    grid().focus();
    await key('ArrowDown');
    expect(nameOf(activeRow() as HTMLElement)).toBe(names()[1]);
    await key('End');
    expect(nameOf(activeRow() as HTMLElement)).toBe(names()[12]);
    await key('Home');
    await key('Enter');
    const first = names()[0] ?? '';
    expect(screen.getByRole('region', { name: `Details of ${first}` })).toBeTruthy();
    expect(activeRow()?.getAttribute('aria-selected')).toBe('true');
    await key('ArrowDown');
    expect(screen.getByRole('region', { name: `Details of ${names()[1] ?? ''}` })).toBeTruthy();
    await key('Escape');
    expect(screen.queryByRole('region', { name: /^Details of/ })).toBeNull();
    expect(document.activeElement).toBe(grid());
  });

  it('folds and unfolds a group', async () => {
    await renderInstances();
    await fireEvent.change(screen.getByRole('combobox', { name: 'Group' }), {
      target: { value: 'kind' },
    });
    expect(screen.getAllByTestId('group').map(({ textContent }) => textContent.trim())).toEqual([
      expect.stringMatching(/^Containers\s+6 of 10 running/),
      expect.stringMatching(/^WebAssembly\s+3 of 3 running/),
    ]);
    grid().focus();
    await key('Home');
    await key('ArrowLeft');
    expect(rows()).toHaveLength(3);
    await key('ArrowRight');
    expect(rows()).toHaveLength(13);
  });
});

describe('a table of 500', () => {
  it('has only those in sight in the page, and says how many there are', async () => {
    await renderInstances({ instances: { count: 500, history: 3 } });
    expect(rows().length).toBeLessThan(40);
    expect(grid().getAttribute('aria-rowcount')).toBe('501');
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2');
    grid().focus();
    await key('End');
    await waitFor(() => expect(activeRow()?.getAttribute('aria-rowindex')).toBe('501'));
  });
});

describe('the memory in the table', () => {
  it('is by the definition that is chosen, with a dash where a kind has none', async () => {
    const lab = await renderInstances();
    await fireEvent.click(screen.getByRole('button', { name: /definition of memory/ }));
    await fireEvent.click(screen.getByRole('radio', { name: /^Cgroup/ }));
    await waitFor(() => expect(row('grow.wasm').textContent).not.toContain('256 MiB'));
    expect(row('shop-api-1').textContent).toContain('/ 512 MiB');
    await fireEvent.click(screen.getByRole('radio', { name: /^PSS/ }));
    await waitFor(() => expect(wishes(lab).at(-1)).toMatchObject({ fineMemory: true }));
  });
});

describe('bad luck', () => {
  it('says which engine does not answer, and dims what is shown of it', async () => {
    await renderInstances({ instances: { silent: 'podman' } });
    expect(screen.getByText('Podman has not answered for 5 s.')).toBeTruthy();
    expect(row('invoice⟨U+202E⟩gpj.exe').classList.contains('dimmed')).toBe(true);
    expect(row('shop-api-1').classList.contains('dimmed')).toBe(false);
  });

  it('says that nothing runs, and how to change it', async () => {
    await renderInstances({ instances: { count: 0 }, docker: false });
    expect(screen.getByText('Nothing runs here.')).toBeTruthy();
    expect(screen.getByText(/No container engine was found/)).toBeTruthy();
  });

  it('says that it looks while not everything is listed', async () => {
    await renderInstances({ instances: { count: 0, isListing: true } });
    expect(screen.getByText('Looking for what runs here…')).toBeTruthy();
  });
});

describe('the machine above the table', () => {
  it('shows who uses the processor, and what engines’ daemons cost below', async () => {
    const lab = await renderInstances();
    lab.pushHost();
    const strip = within(screen.getByRole('region', { name: 'This machine' }));
    expect(await strip.findByText('Containers')).toBeTruthy();
    expect(strip.getByText('181 GiB / 468 GiB')).toBeTruthy();
    expect(screen.getByText('dockerd 0.3 % · 2 requests/s')).toBeTruthy();
    expect(screen.getByText('1 sample a second')).toBeTruthy();
  });

  it('copies the figures that it shows, with their units, from one stop of the Tab key', async () => {
    await renderInstances();
    const region = screen.getByRole('region', { name: 'This machine' });
    const names = within(region)
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
    expect(names).toContain('31 %');
    expect(names).toContain('61 °C');
    expect(names.every((name) => / (%|[KMGT]iB|°C)$/.test(name))).toBe(true);
    const disk = within(region).getByRole('button', { name: '181 GiB / 468 GiB' });
    expect(await copiedBy(disk)).toBe('181 GiB / 468 GiB');
    expect(tabStops(region)).toBe(1);
  });
});
