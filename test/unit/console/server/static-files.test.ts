import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStaticFile } from '../../../../src-main/console/server/static-files.js';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralelo-static-'));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<h1>page</h1>');
  await writeFile(join(root, 'assets', 'index-1a.js'), 'export {};');
  await writeFile(join(root, 'notes.txt'), 'not of the page');
  await writeFile(join(root, '.hidden.js'), 'hidden');
  await writeFile(join(folder, 'secret.js'), 'outside');
  await mkdir(join(folder, 'renderer-too'));
  await writeFile(join(folder, 'renderer-too', 'secret.js'), 'outside');
  await symlink(join(folder, 'secret.js'), join(root, 'link.js'));
  await mkdir(join(root, 'folder.js'));
});

afterAll(() => rm(folder, { recursive: true }));

const textOf = async (path: string): Promise<string | undefined> =>
  (await readStaticFile(root, path))?.body.toString();

describe('readStaticFile', () => {
  it('serves the page at its root, and its assets with their type', async () => {
    expect(await readStaticFile(root, '/')).toMatchObject({
      contentType: 'text/html; charset=utf-8',
    });
    expect(await textOf('/')).toBe('<h1>page</h1>');
    expect(await readStaticFile(root, '/assets/index-1a.js')).toMatchObject({
      contentType: 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.js',
    '/..\\secret.js',
    '/..%5csecret.js',
    '//secret.js',
    '/../renderer-too/secret.js',
    '/link.js',
    '/index.html%00.js',
    'index.html',
    '',
  ])('refuses %s, which leads outside', async (path) => {
    expect(await readStaticFile(root, path)).toBeUndefined();
  });

  it.each(['/.hidden.js', '/notes.txt', '/folder.js', '/missing.js', '/%zz.js', '/assets/'])(
    'does not find %s, which is not a file of the page',
    async (path) => {
      expect(await readStaticFile(root, path)).toBeUndefined();
    },
  );
});
