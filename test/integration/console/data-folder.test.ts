import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DataFolder, HistoryPage } from '../../../src-main/contract/index.js';
import { paralelo } from '../../support/paralelo.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'paralelo-folder-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const here = (...args: string[]) =>
  paralelo(args, {
    ...{ PARALELO_DATA_DIR: '', XDG_CONFIG_HOME: join(home, 'conf') },
    XDG_DATA_HOME: join(home, 'data'),
  });
const hello = () => here('run', '--runtime', 'v8', '--workload', 'hello', '--json');
const ids = async () =>
  (JSON.parse((await here('history', '--json')).stdout) as HistoryPage).entries.map(({ id }) => id);

it('takes the history along at the next start, and leaves the old folder as it was', async () => {
  await hello();
  const [first] = await ids();
  const other = join(home, 'other');
  const chosen = await here('data-folder', other, '--copy', '--json');
  expect(JSON.parse(chosen.stdout)).toMatchObject({
    ...{ path: join(home, 'data/paralelo'), source: 'usual' },
    next: { path: other, copies: true },
  } satisfies Partial<DataFolder>);
  expect(await readdir(other)).toEqual([]);
  expect(await ids()).toEqual([first]);
  await hello();
  expect(await ids()).toHaveLength(2);
  expect((await here('data-folder')).stdout).toBe(`${other} (chosen)\n`);
  expect((await readdir(other)).filter((name) => name.includes('copy'))).toEqual([]);
  await here('data-folder', join(home, 'data/paralelo'), '--new');
  expect(await ids()).toEqual([first]);
});

it('begins a new history where it is told to, and comes back to the old one', async () => {
  await hello();
  const before = await ids();
  await here('data-folder', join(home, 'new'), '--new');
  expect(await ids()).toEqual([]);
  await here('data-folder', join(home, 'data/paralelo'), '--new');
  expect(await ids()).toEqual(before);
});

it('waits for a chosen folder that is missing, and makes no other in its place', async () => {
  const disk = join(home, 'disk');
  await mkdir(disk);
  await here('data-folder', join(disk, 'data'), '--new');
  await hello();
  await rename(disk, `${disk}-away`);
  const { code, stderr } = await here('history');
  expect(code).toBe(125);
  expect(stderr).toContain('its folder is missing');
  expect(await readdir(home)).not.toContain('disk');
  await rename(`${disk}-away`, disk);
  expect(await ids()).toHaveLength(1);
});

it('records nothing where the history cannot be taken along, and says so', async () => {
  await mkdir(join(home, 'data/paralelo'), { recursive: true });
  await writeFile(join(home, 'data/paralelo/history.db'), 'no database '.repeat(500));
  await here('data-folder', join(home, 'other'), '--copy');
  const { code, stderr } = await here('history');
  expect(code).toBe(125);
  expect(stderr).toContain('could not be taken along');
  expect(await readdir(join(home, 'other'))).toEqual([]);
});

it('asks what becomes of the history, and refuses what is not fit', async () => {
  const open = await here('data-folder', join(home, 'x'));
  expect(open.code).toBe(2);
  expect(open.stderr).toContain('It must be said what becomes of the history.');
  await writeFile(join(home, 'file'), '');
  const file = await here('data-folder', join(home, 'file'), '--new');
  expect(file.code).toBe(2);
  expect(file.stderr).toContain('is no folder');
  const named = await paralelo(['data-folder', join(home, 'x'), '--new'], {
    PARALELO_DATA_DIR: join(home, 'named'),
  });
  expect(named.stderr).toContain('PARALELO_DATA_DIR names the data folder');
});
