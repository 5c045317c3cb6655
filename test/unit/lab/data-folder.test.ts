import { chmod, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDataFolder } from '../../../src-main/lab/data-folder/check.js';
import { chooseDataFolder } from '../../../src-main/lab/data-folder/choose.js';
import { dataFolderOf, placedData } from '../../../src-main/lab/data-folder/placed.js';
import type { PlacedData } from '../../../src-main/lab/data-folder/placed.js';
import { userFolders } from '../../../src-main/lab/folders.js';
import { asNobody } from '../../support/as-nobody.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'paralelo-folder-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

function placed(more: Record<string, string> = {}): PlacedData {
  const env = { XDG_CONFIG_HOME: join(home, 'conf'), XDG_DATA_HOME: join(home, 'data'), ...more };
  return placedData(userFolders({ platform: 'linux', env, home }), env);
}
const choose = (path: string, copies = false) =>
  chooseDataFolder(placed(), { path, copies }, join(home, 'app/resources'));

describe('the data folder', () => {
  it('is the usual one, then what the user chose, and what PARALELO_DATA_DIR names before both', async () => {
    const usual = join(home, 'data/paralelo');
    expect(dataFolderOf(placed())).toEqual({ path: usual, source: 'usual', usualPath: usual });
    const other = join(home, 'other');
    const before = placed();
    expect((await choose(other)).next).toEqual({ path: other, copies: false });
    expect(dataFolderOf(before)).toMatchObject({ path: usual, next: { path: other } });
    expect(dataFolderOf(placed())).toEqual({ path: other, source: 'choice', usualPath: usual });
    const named = placed({ PARALELO_DATA_DIR: join(home, 'named') });
    expect(dataFolderOf(named)).toMatchObject({ path: join(home, 'named'), source: 'environment' });
    await expect(
      chooseDataFolder(named, { path: other, copies: false }, join(home, 'app/resources')),
    ).rejects.toMatchObject({ code: 'action-not-possible' });
  });

  it('takes the history of now along where there is one, and never over another', async () => {
    await mkdir(placed().dataDir, { recursive: true });
    expect((await choose(join(home, 'a'), true)).next?.copies).toBe(false);
    await rm(join(home, 'conf'), { recursive: true });
    await writeFile(join(placed().dataDir, 'history.db'), 'here');
    expect((await choose(join(home, 'b'), true)).next?.copies).toBe(true);
    await rm(join(home, 'conf'), { recursive: true });
    await mkdir(join(home, 'c'));
    await writeFile(join(home, 'c/history.db'), 'there');
    await expect(choose(join(home, 'c'), true)).rejects.toMatchObject({ code: 'folder-not-fit' });
    expect((await choose(join(home, 'c'), false)).next?.copies).toBe(false);
    expect(await readFile(join(home, 'c/history.db'), 'utf8')).toBe('there');
  });

  it('that was chosen and is taken back stays as it is', async () => {
    await choose(join(home, 'other'));
    const before = placed();
    await choose(join(home, 'third'));
    expect(dataFolderOf(before).next?.path).toBe(join(home, 'third'));
    await chooseDataFolder(before, { path: before.dataDir, copies: true }, join(home, 'app/r'));
    expect(dataFolderOf(before)).not.toHaveProperty('next');
  });

  it('whose choice makes no sense is the usual one, and that is said', async () => {
    await mkdir(join(home, 'conf/paralelo'), { recursive: true });
    await writeFile(join(home, 'conf/paralelo/data-folder.json'), '{"version":1,"dataDir":"rel"}');
    expect(dataFolderOf(placed())).toMatchObject({
      ...{ path: join(home, 'data/paralelo'), source: 'usual' },
      problem: { code: 'folder-not-chosen' },
    });
  });
});

describe('a folder', () => {
  it('is made, tried and left empty', async () => {
    const path = join(home, 'deep/er');
    await checkDataFolder(path, []);
    expect(await readdir(path)).toEqual([]);
  });

  it.each([
    ['is named from nowhere', 'relative/path', 'is not a whole path'],
    ['is a file', 'file', 'is no folder'],
    ['is below a file', 'file/below', 'is no folder'],
    ['is inside the app', 'app/data', 'inside Paralelo itself'],
    ['is the app', 'app', 'inside Paralelo itself'],
    ['leads into the app', 'link/data', 'inside Paralelo itself'],
  ])('that %s is not fit', async (_what, name, why) => {
    await mkdir(join(home, 'app'));
    await writeFile(join(home, 'file'), 'kept');
    await symlink(join(home, 'app'), join(home, 'link'));
    const path = name.startsWith('relative') ? name : join(home, name);
    await expect(checkDataFolder(path, [join(home, 'app')])).rejects.toMatchObject({
      code: 'folder-not-fit',
      message: expect.stringContaining(why) as string,
    });
    expect(await readFile(join(home, 'file'), 'utf8')).toBe('kept');
  });

  it('that may not be written is not fit', async () => {
    const closed = join(home, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    const checked = asNobody(home, () => checkDataFolder(closed, []));
    await expect(checked).rejects.toMatchObject({
      message: expect.stringContaining('cannot be written to') as string,
    });
  });
});
