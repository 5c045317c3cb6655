import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_MONITOR_SETTINGS, DEFAULT_PREFERENCES } from '../../../src-main/contract/index.js';
import { SettingsStore } from '../../../src-main/lab/settings.js';
import { paralelo } from '../../support/paralelo.js';
import { STAND_IN_VERSION, standInWazero } from '../../support/stand-in.js';

const monitor = DEFAULT_MONITOR_SETTINGS;
const usual = { monitor, ...DEFAULT_PREFERENCES };
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralelo-settings-'));
  path = join(folder, 'paralelo', 'settings.json');
  await mkdir(join(folder, 'paralelo'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const written = async (): Promise<unknown> => JSON.parse(await readFile(path, 'utf8')) as unknown;
const files = async (): Promise<string[]> => (await readdir(join(folder, 'paralelo'))).sort();

describe('the settings', () => {
  it('work without a file, and make it with the first change', async () => {
    await rm(join(folder, 'paralelo'), { recursive: true });
    const store = await SettingsStore.open(path);
    expect(store.view()).toEqual({ settings: { runtimePaths: {}, ...usual }, path });
    await store.setRuntimePath('wasmtime', '/opt/wasmtime');
    expect(store.runtimePath('wasmtime')).toBe('/opt/wasmtime');
    expect(await written()).toEqual({ version: 1, runtimePaths: { wasmtime: '/opt/wasmtime' } });
    expect(await files()).toEqual(['settings.json']);
  });

  it('last as long as the lab where there is no file at all', async () => {
    const store = await SettingsStore.open(undefined);
    await store.setRuntimePath('wasmtime', '/opt/wasmtime');
    expect(store.view()).toEqual({
      settings: { runtimePaths: { wasmtime: '/opt/wasmtime' }, ...usual },
    });
  });

  it('forget a path that is cleared', async () => {
    const store = await SettingsStore.open(path);
    await store.setRuntimePath('wasmtime', '/opt/wasmtime');
    await store.setRuntimePath('wasmtime', undefined);
    expect(await written()).toEqual({ version: 1, runtimePaths: {} });
    expect(store.runtimePath('constructor')).toBeUndefined();
  });

  it('keep what a newer Paralelo has written besides', async () => {
    await writeFile(path, '{"language": "pt-BR", "runtimePaths": {"wazero": "/w"}}');
    const store = await SettingsStore.open(path);
    await store.setRuntimePath('wasmtime', '/t');
    expect(await written()).toEqual({
      version: 1,
      language: 'pt-BR',
      runtimePaths: { wazero: '/w', wasmtime: '/t' },
    });
  });

  it('change what is named and keep the rest, for the next start too', async () => {
    const store = await SettingsStore.open(path);
    await store.change({ theme: 'dark' });
    await store.change({ scrape: { enabled: true, port: 9999 } });
    const again = await SettingsStore.open(path);
    expect(again.preferences()).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'dark',
      scrape: { enabled: true, port: 9999 },
    });
    expect(await written()).toEqual({
      version: 1,
      runtimePaths: {},
      theme: 'dark',
      scrape: { enabled: true, port: 9999 },
    });
  });

  it('go on with the default of a value that makes no sense, say so, and leave it in the file', async () => {
    await writeFile(path, '{"theme": "purple", "scrape": {"enabled": true, "port": 9500}}');
    const store = await SettingsStore.open(path);
    expect(store.preferences().theme).toBe('system');
    expect(store.preferences().scrape).toEqual({ enabled: true, port: 9500 });
    expect(store.view().problem).toMatchObject({ code: 'settings-damaged' });
    expect(store.view().problem?.message).toContain('the value of theme makes no sense');
    await store.setRuntimePath('wasmtime', '/t');
    expect(await written()).toMatchObject({ theme: 'purple', runtimePaths: { wasmtime: '/t' } });
    await store.change({ theme: 'light' });
    expect(store.view().problem).toBeUndefined();
  });

  it.each([
    ['a budget without room', { budgetBytes: 4096 }],
    ['finer kept longer than coarser', { rawDays: 60 }],
    ['a field of a newer Paralelo', { compression: 'zstd' }],
  ])('of the store that are %s leave the others as they are', async (_what, store) => {
    await writeFile(path, JSON.stringify({ theme: 'dark', store }));
    const settings = await SettingsStore.open(path);
    expect(settings.preferences()).toEqual({ ...DEFAULT_PREFERENCES, theme: 'dark' });
    expect(settings.view().problem?.message).toContain('the value of store makes no sense');
    expect(await files()).toEqual(['settings.json']);
  });

  it('of the store that were written before one could switch it off are obeyed, and record', async () => {
    const before = { rawDays: 3, oneSecondDays: 9, tenSecondDays: 90, removedDays: 1 };
    await writeFile(
      path,
      JSON.stringify({ version: 1, store: { ...before, budgetBytes: 2 ** 30 } }),
    );
    const settings = await SettingsStore.open(path);
    expect(settings.store()).toEqual({ ...before, budgetBytes: 2 ** 30, isRecording: true });
    expect(settings.view().problem).toBeUndefined();
  });

  it.each([
    ['text that is no JSON', '{"runtimePaths": {'],
    ['another shape', '{"runtimePaths": ["/opt/wasmtime"]}'],
    ['nothing', ''],
  ])('say that the file is damaged and keep it aside when it is %s', async (_what, text) => {
    await writeFile(path, text);
    const store = await SettingsStore.open(path);
    expect(store.view().settings).toEqual({ runtimePaths: {}, ...usual });
    expect(store.view().problem).toMatchObject({ code: 'settings-damaged' });
    expect(store.view().problem?.hint).toContain(`${path}.damaged`);
    expect(await readFile(`${path}.damaged`, 'utf8')).toBe(text);
    await store.setRuntimePath('wasmtime', '/t');
    expect(await written()).toEqual({ version: 1, runtimePaths: { wasmtime: '/t' } });
  });

  it('never overwrite what was kept aside before', async () => {
    for (const text of ['first', 'second', 'third']) {
      await writeFile(path, text);
      await SettingsStore.open(path);
    }
    const names = ['settings.json.damaged', 'settings.json.damaged-2', 'settings.json.damaged-3'];
    expect(await files()).toEqual(names);
    const texts = names.map((name) => readFile(join(folder, 'paralelo', name), 'utf8'));
    expect(await Promise.all(texts)).toEqual(['first', 'second', 'third']);
  });

  it('lose no change when several shells write at once', async () => {
    const families = Array.from({ length: 20 }, (_, at) => `family${String(at)}`);
    const stores = await Promise.all(families.map(() => SettingsStore.open(path)));
    await Promise.all(stores.map((store, at) => store.setRuntimePath(families[at] ?? '', '/x')));
    expect(await written()).toEqual({
      version: 1,
      runtimePaths: Object.fromEntries(families.map((family) => [family, '/x'])),
    });
    expect(await files()).toEqual(['settings.json']);
  });

  it('see what another shell has changed once they are read again', async () => {
    const [one, other] = [await SettingsStore.open(path), await SettingsStore.open(path)];
    await one.setRuntimePath('wasmtime', '/t');
    expect(other.runtimePath('wasmtime')).toBeUndefined();
    await other.reload();
    expect(other.runtimePath('wasmtime')).toBe('/t');
  });

  it('do not wait for ever for a shell that was killed while it wrote', async () => {
    await writeFile(`${path}.lock`, '');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(`${path}.lock`, longAgo, longAgo);
    const store = await SettingsStore.open(path);
    await store.setRuntimePath('wasmtime', '/t');
    expect(await files()).toEqual(['settings.json']);
  });

  it('say what to do when they cannot be written', async () => {
    const blocked = join(folder, 'file', 'settings.json');
    await writeFile(join(folder, 'file'), '');
    const store = await SettingsStore.open(blocked);
    await expect(store.setRuntimePath('wasmtime', '/t')).rejects.toMatchObject({
      code: 'settings-not-written',
    });
  });
});

describe('paralelo runtimes', () => {
  const runtimes = (...args: string[]) =>
    paralelo(['runtimes', ...args], { XDG_CONFIG_HOME: folder });
  interface Listing {
    runtimes: { id: string; available: boolean; version?: string; path?: string; why?: string }[];
  }
  const wazeroIn = (stdout: string) =>
    (JSON.parse(stdout) as Listing).runtimes.find(({ id }) => id === 'wazero');

  it('takes the program that --set-path names, now and the next time', async () => {
    const program = await standInWazero();
    const set = await runtimes('--set-path', `wazero=${program}`, '--json');
    expect(wazeroIn(set.stdout)).toMatchObject({ version: STAND_IN_VERSION, path: program });
    const next = await runtimes();
    expect(next.stdout).toMatch(new RegExp(`^wazero +${STAND_IN_VERSION} .*${program}$`, 'm'));
    const cleared = await runtimes('--clear-path', 'wazero', '--json');
    expect(wazeroIn(cleared.stdout)?.path).not.toBe(program);
    expect(await written()).toEqual({ version: 1, runtimePaths: {} });
  });

  it.each([
    ['a file that is not there', 'wazero=/nowhere/wazero', 127, 'There is no file'],
    ['a folder', `wazero=${tmpdir()}`, 126, 'is a folder'],
    ['a file that cannot be executed', `wazero=${import.meta.filename}`, 126, 'not an executable'],
    ['a runtime without a program', 'v8=/bin/true', 2, 'no executable to choose'],
    ['no path', 'wazero=', 2, '--set-path cannot be'],
  ])('refuses %s and changes nothing', async (_what, setting, code, words) => {
    const ended = await runtimes('--set-path', setting);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(words);
    expect(await files()).toEqual([]);
  });

  it('says why a program is not the runtime that it was set for', async () => {
    const { stdout } = await runtimes('--set-path', 'wazero=/bin/true', '--json');
    expect(wazeroIn(stdout)).toMatchObject({ available: false });
    expect(wazeroIn(stdout)?.why).toContain('/bin/true');
  });

  it('goes on without damaged settings, and says so beside the list', async () => {
    await writeFile(path, 'nonsense');
    const ended = await runtimes('--json');
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('settings.json.damaged');
    expect(wazeroIn(ended.stdout)).toBeDefined();
  });
});
