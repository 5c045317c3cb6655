import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  DEFAULT_PREFERENCES,
  DEFAULT_STORE_SETTINGS,
  LabError,
} from '../../../../../src-main/contract/index.js';
import type { FakeLab, FakeLabOptions } from '../../../../support/fake-lab.js';
import { renderApp } from '../../render-app.js';

async function show(options: FakeLabOptions = {}): Promise<FakeLab> {
  const lab = await renderApp(options);
  location.hash = '#settings';
  await screen.findByRole('heading', { name: 'Settings' });
  await screen.findByRole('button', { name: 'Restore defaults' });
  return lab;
}
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const theme = () => document.documentElement.dataset['theme'];

beforeEach(() => {
  localStorage.clear();
  location.hash = '';
});

describe('Settings', () => {
  it('gives the window the chosen theme at once, and keeps it for its next first paint', async () => {
    const lab = await show();
    await fireEvent.click(button('Dark'));
    await waitFor(() => expect(theme()).toBe('dark'));
    expect(lab.settings.preferences.theme).toBe('dark');
    expect(localStorage.getItem('paralelo.theme')).toBe('"dark"');
    await fireEvent.click(button('Light'));
    await waitFor(() => expect(theme()).toBe('light'));
  });

  it('opens the scrape endpoint, shows its address, and closes it', async () => {
    const lab = await show();
    const toggle = screen.getByRole('switch', { name: /^Open it/ });
    await fireEvent.click(toggle);
    await screen.findByText('http://127.0.0.1:9464/metrics');
    expect(lab.settings.preferences.scrape).toEqual({ enabled: true, port: 9464 });
    await fireEvent.click(toggle);
    await screen.findByText('It is closed.');
  });

  it('takes no port that is the system’s, and says what fits', async () => {
    const lab = await show();
    const port = screen.getByRole('textbox', { name: 'Port' });
    await fireEvent.input(port, { target: { value: '80' } });
    expect(port.getAttribute('aria-invalid')).toBe('true');
    expect(button('Use this port')).toHaveProperty('disabled', true);
    await fireEvent.input(port, { target: { value: '9999' } });
    await fireEvent.click(button('Use this port'));
    await waitFor(() => expect(lab.settings.preferences.scrape.port).toBe(9999));
  });

  it('switches recording off, says so where one looks, and on again', async () => {
    const lab = await show();
    const toggle = screen.getByRole('switch', { name: /^Record what the lab runs/ });
    expect(screen.queryByRole('link', { name: 'Not recorded' })).toBeNull();
    await fireEvent.click(toggle);
    await waitFor(() => expect(lab.settings.preferences.store.isRecording).toBe(false));
    const data = within(screen.getByRole('region', { name: 'Data' }));
    await data.findByText('Nothing new is recorded: recording is switched off.');
    expect(lab.settings.preferences.store).toEqual({
      ...DEFAULT_STORE_SETTINGS,
      isRecording: false,
    });
    await screen.findByRole('link', { name: 'Not recorded' });
    await fireEvent.click(toggle);
    await waitFor(() => expect(lab.settings.preferences.store).toEqual(DEFAULT_STORE_SETTINGS));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Not recorded' })).toBeNull());
  });

  it('saves how much is kept and how long, and nothing that does not fit', async () => {
    const lab = await show();
    const field = (name: string) => screen.getByRole('textbox', { name });
    await fireEvent.input(field('Size budget'), { target: { value: '1m' } });
    await screen.findByText('A size of 16 MiB or more: 500 MiB, 2 GiB.');
    expect(button('Save retention')).toHaveProperty('disabled', true);
    await fireEvent.input(field('Size budget'), { target: { value: '512 MiB' } });
    await fireEvent.input(field('Keep every sample'), { target: { value: '2' } });
    await fireEvent.click(button('Save retention'));
    await screen.findByText('Kept from now on.');
    expect(lab.settings.preferences.store).toEqual({
      ...DEFAULT_STORE_SETTINGS,
      budgetBytes: 512 * 1024 ** 2,
      rawDays: 2,
    });
  });

  it('saves what a new run begins with, and the Lab takes it', async () => {
    const lab = await show();
    const memory = screen.getAllByRole('textbox', { name: 'Memory', hidden: true });
    const field = memory.find((one) => one.closest('.room-of-settings') !== null);
    if (field === undefined) throw new Error('no field');
    await fireEvent.input(field, { target: { value: '128 MiB' } });
    await fireEvent.click(button('Save defaults'));
    await waitFor(() =>
      expect(lab.settings.preferences.runDefaults.limits.memoryBytes).toBe(128 * 1024 ** 2),
    );
    await waitFor(() =>
      expect(memory.map((one) => (one as HTMLInputElement).value)).toEqual(['128 MiB', '128 MiB']),
    );
  });

  it('restores all defaults once that is confirmed, and none before', async () => {
    const lab = await show({ settings: { preferences: { theme: 'dark' } } });
    await waitFor(() => expect(theme()).toBe('dark'));
    await fireEvent.click(button('Restore defaults'));
    await fireEvent.click(button('Cancel'));
    expect(lab.settings.preferences.theme).toBe('dark');
    await fireEvent.click(button('Restore defaults'));
    await fireEvent.click(button('Restore'));
    await waitFor(() => expect(lab.settings.preferences).toEqual(DEFAULT_PREFERENCES));
    const ofTheme = within(screen.getByRole('group', { name: 'Theme' }));
    await waitFor(() =>
      expect(ofTheme.getByRole('button', { pressed: true }).textContent).toBe('As the system'),
    );
  });

  it('changes the language of the window at once, and keeps it for the next one', async () => {
    const lab = await show();
    await fireEvent.click(button('Português (Brasil)'));
    await waitFor(() => expect(lab.settings.preferences.language).toBe('pt-BR'));
    await screen.findByRole('heading', { name: 'Aparência' });
    expect(document.documentElement.lang).toBe('pt-BR');
    expect(localStorage.getItem('paralelo.language')).toBe('"pt-BR"');
    await fireEvent.click(button('English'));
    await screen.findByRole('heading', { name: 'Appearance' });
  });

  it('says why a change is not kept, and shows what is in force', async () => {
    const refused = new LabError('settings-not-written', 'The disk is full.', 'Make room.');
    await show({ settings: { refused } });
    await fireEvent.click(button('Dark'));
    await screen.findByText('The disk is full.');
    expect(button('Dark').getAttribute('aria-pressed')).toBe('false');
  });

  it('chooses another data folder for the next start, with or without the history', async () => {
    const lab = await show();
    await screen.findByText('The data folder is the usual one.');
    await fireEvent.click(button('Another data folder…'));
    const field = screen.getByRole('textbox', { name: 'Data folder from the next start on' });
    await fireEvent.input(field, { target: { value: ' /media/disk ' } });
    await fireEvent.click(screen.getByRole('radio', { name: /^Begin a new one there/ }));
    await fireEvent.click(button('Use it from the next start on'));
    await screen.findByText(/^From the next start on: \/media\/disk, with what is there/);
    expect(lab.settings.folder.next).toEqual({ path: '/media/disk', copies: false });
  });

  it('says why a folder is not fit, and keeps what was typed', async () => {
    const refused = new LabError('folder-not-fit', 'It is on NFS.', 'Choose another one.');
    await show({ settings: { refused } });
    await fireEvent.click(await screen.findByRole('button', { name: 'Another data folder…' }));
    const field = screen.getByRole('textbox', { name: 'Data folder from the next start on' });
    await fireEvent.input(field, { target: { value: '/nfs/data' } });
    await fireEvent.click(button('Use it from the next start on'));
    await screen.findByText(/It is on NFS\. Choose another one\./);
    expect((field as HTMLInputElement).value).toBe('/nfs/data');
  });

  it('offers no choice of the data folder that PARALELO_DATA_DIR names', async () => {
    await show({ settings: { folder: { source: 'environment' } } });
    await screen.findByText('PARALELO_DATA_DIR');
    expect(screen.queryByRole('button', { name: 'Another data folder…' })).toBeNull();
  });

  it('says what is wrong with the file, and where the data are', async () => {
    const problem = { code: 'settings-damaged' as const, message: 'Wrong.', hint: 'Correct it.' };
    await show({ settings: { problem } });
    expect(screen.getByText('Wrong.')).toBeTruthy();
    await screen.findByText('/home/ada/.local/share/paralelo/history.db');
    expect(screen.getByText('41.6 MiB of 1.0 GiB')).toBeTruthy();
  });
});
