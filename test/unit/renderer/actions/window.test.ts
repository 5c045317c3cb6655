import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { WINDOW_ACTION_EVENT } from '../../../../src-main/contract/index.js';
import { renderApp, untilState } from '../render-app.js';

beforeEach(() => {
  localStorage.clear();
  location.hash = '';
});

const press = (key: string, more: KeyboardEventInit = {}): Promise<boolean> =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const ctrl = (key: string): Promise<boolean> => press(key, { ctrlKey: true });
const room = (): string | undefined =>
  document.querySelector<HTMLElement>('nav [aria-current]')?.textContent.trim();
const field = (): HTMLElement => screen.getByRole('combobox', { name: 'Find a command' });
const options = (): string[] =>
  screen
    .queryAllByRole('option')
    .map((option) => option.querySelector('.title')?.textContent ?? '');
const started = (lab: { requests: { name: string }[] }): number =>
  lab.requests.filter(({ name }) => name === 'comparisons.start').length;

describe('the command palette', () => {
  it('finds a command by what is typed, and runs it with Enter', async () => {
    await renderApp();
    await ctrl('k');
    await fireEvent.input(field(), { target: { value: 'go runtimes' } });
    expect(options()).toEqual(['Go to Runtimes']);
    await press('Enter');
    await waitFor(() => expect(room()).toBe('Runtimes'));
    expect(screen.queryByRole('combobox', { name: 'Find a command' })).toBeNull();
  });

  it('walks with the arrows, round at the ends', async () => {
    await renderApp();
    await ctrl('k');
    await fireEvent.input(field(), { target: { value: 'theme' } });
    await press('ArrowUp');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Theme: dark');
    await press('ArrowDown');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('as the system');
  });

  it('offers only what makes sense now', async () => {
    const lab = await renderApp();
    await ctrl('k');
    expect(options()).toContain('Run all lanes at once');
    expect(options()).not.toContain('Stop every lane');
    await fireEvent.input(field(), { target: { value: 'run all lanes' } });
    await press('Enter');
    await untilState('preparing');
    await ctrl('k');
    expect(options()).toContain('Stop every lane');
    expect(options()).not.toContain('Run all lanes at once');
    expect(started(lab)).toBe(1);
  });

  it('leaves with Escape, and then a run goes on', async () => {
    const lab = await renderApp();
    await ctrl('Enter');
    await untilState('preparing');
    await ctrl('k');
    await press('Escape');
    expect(screen.queryByRole('combobox', { name: 'Find a command' })).toBeNull();
    expect(lab.requests.some(({ name }) => name === 'comparisons.stop')).toBe(false);
  });

  it('says that nothing fits', async () => {
    await renderApp();
    await ctrl('k');
    await fireEvent.input(field(), { target: { value: 'zebra' } });
    expect(screen.getByText('No command fits “zebra”.')).toBeTruthy();
    await press('Enter');
    expect(field()).toBeTruthy();
  });

  it('changes the theme and the language for good', async () => {
    const lab = await renderApp();
    await ctrl('k');
    await fireEvent.input(field(), { target: { value: 'português' } });
    await press('Enter');
    await waitFor(() => expect(document.documentElement.lang).toBe('pt-BR'));
    await ctrl('k');
    await fireEvent.input(screen.getByRole('combobox', { name: 'Buscar um comando' }), {
      target: { value: 'escuro' },
    });
    expect(options()).toEqual(['Tema: escuro']);
    await press('Enter');
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    expect(lab.settings.preferences).toMatchObject({ theme: 'dark', language: 'pt-BR' });
    lab.settings.answer('settings.change', { language: 'en', theme: 'system' });
    await waitFor(() => expect(document.documentElement.lang).toBe('en'));
  });
});

it('a module that was run is offered again, by its name', async () => {
  localStorage.setItem('paralelo.recent.modules', JSON.stringify(['/home/ada/a b.wasm', 3]));
  await renderApp({ docker: false });
  await ctrl('k');
  await fireEvent.input(field(), { target: { value: 'again' } });
  expect(options()).toContain('Open a b.wasm again');
  await fireEvent.input(field(), { target: { value: 'a b.wasm' } });
  await press('Enter');
  const module = await screen.findByRole('button', { name: /^Module/ });
  expect(module.textContent).toContain('a b.wasm');
  await ctrl('Enter');
  await untilState('preparing');
  expect(localStorage.getItem('paralelo.recent.modules')).toBe('["/home/ada/a b.wasm"]');
});

describe('keys', () => {
  it('go to a room by two letters, one after the other', async () => {
    await renderApp();
    await press('g');
    await press('r');
    await waitFor(() => expect(room()).toBe('Runtimes'));
    await press('x');
    await press('l');
    expect(room()).toBe('Runtimes');
  });

  it('show the shortcuts with ?, and take them away with it', async () => {
    await renderApp();
    await press('?', { shiftKey: true });
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(sheet).getByText('Search in History')).toBeTruthy();
    await fireEvent.keyDown(sheet, { key: '?', shiftKey: true });
    expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull();
  });

  it('are never heard in a field while one types', async () => {
    await renderApp();
    const args = screen.getByRole('textbox', { name: 'Arguments' });
    args.focus();
    for (const key of ['?', 'g', 'r', '/']) {
      expect(await fireEvent.keyDown(args, { key })).toBe(true);
    }
    expect(await fireEvent.keyDown(args, { key: 'z', ctrlKey: true })).toBe(true);
    expect(room()).toBe('Lab');
    expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull();
  });

  it('of one sign can be turned off, and stay off', async () => {
    await renderApp();
    await press('?');
    await fireEvent.click(screen.getByRole('switch', { name: /^Keys of one sign/ }));
    await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await press('?');
    expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull();
    expect(localStorage.getItem('paralelo.singleKeys')).toBe('false');
    await ctrl('k');
    expect(field()).toBeTruthy();
  });

  it('of the Lab are not heard in another room', async () => {
    const lab = await renderApp();
    await press('g');
    await press('r');
    await waitFor(() => expect(room()).toBe('Runtimes'));
    await ctrl('Enter');
    expect(started(lab)).toBe(0);
  });

  it('go to the search of History', async () => {
    await renderApp();
    await press('F', { ctrlKey: true, shiftKey: true });
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: /^Search in/ }));
    });
  });
});

it('a menu asks for a command by its id, and one that does not apply is not done', async () => {
  const lab = await renderApp();
  const ask = (detail: string): boolean =>
    window.dispatchEvent(new CustomEvent(WINDOW_ACTION_EVENT, { detail }));
  ask('lab.stop');
  ask('no.such');
  ask('go.claims');
  await waitFor(() => expect(room()).toBe('Claims'));
  ask('lab.run');
  await untilState('preparing');
  await waitFor(() => expect(room()).toBe('Lab'));
  lab.playTo(300);
  lab.pushHost();
  ask('lab.stopAll');
  await untilState('ended');
  expect(lab.requests.some(({ name }) => name === 'comparisons.stopAll')).toBe(true);
});
