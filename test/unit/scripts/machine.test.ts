import { userFolders } from '../../../src-main/lab/folders.js';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../../scripts/lib/cache.mjs';
import { hasDisplay } from '../../../scripts/lib/display.mjs';
import { answers, engineCandidates } from '../../../scripts/lib/engine.mjs';
import { missingLibraries } from '../../../scripts/lib/libraries.mjs';

let home = '';
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'paralelo-home-'))));
afterEach(() => rmSync(home, { recursive: true }));

describe('where an engine may be', () => {
  it('is what DOCKER_HOST says and nothing else', () => {
    const env = { DOCKER_HOST: 'tcp://10.0.0.1:2375', XDG_RUNTIME_DIR: '/run/user/1' };
    expect(engineCandidates(env, home)).toEqual(['tcp://10.0.0.1:2375']);
  });

  it("begins with the host of Docker's current context", () => {
    const id = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae'; // SHA-256 of foo
    const meta = join(home, '.docker/contexts/meta', id);
    mkdirSync(meta, { recursive: true });
    writeFileSync(join(home, '.docker/config.json'), '{"currentContext": "foo"}');
    writeFileSync(join(meta, 'meta.json'), '{"Endpoints": {"docker": {"Host": "unix:///foo"}}}');
    expect(engineCandidates({}, home).slice(0, 2)).toEqual([
      'unix:///foo',
      'unix:///var/run/docker.sock',
    ]);
  });

  it('is among the usual sockets when the client is not set up', () => {
    expect(engineCandidates({ XDG_RUNTIME_DIR: '/run/user/1' }, home)).toContain(
      'unix:///run/user/1/docker.sock',
    );
  });
});

describe('an engine answers', () => {
  it('only when its socket says so', async () => {
    const path = join(home, 'engine.sock');
    let status = 200;
    const server = createServer((_, response) => response.writeHead(status).end('OK'));
    await new Promise<void>((listening) => server.listen(path, listening));
    expect(await answers(`unix://${path}`)).toBe(true);
    status = 500;
    expect(await answers(`unix://${path}`)).toBe(false);
    await new Promise((closed) => server.close(closed));
    expect(await answers(`unix://${path}`)).toBe(false);
  });

  it('never through an address that the tests cannot use', async () => {
    expect(await answers('ssh://somebody@elsewhere')).toBe(false);
  });
});

describe('the system', () => {
  it('lacks the libraries that the loader does not find', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffe)',
      '\tlibnss3.so => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
      '\tlibgbm.so.1 => not found',
    ];
    expect(missingLibraries(output.join('\n'))).toEqual(['libnss3.so', 'libgbm.so.1']);
  });

  it.each([
    [{}, 'linux', false],
    [{ DISPLAY: '' }, 'linux', false],
    [{ DISPLAY: ':0' }, 'linux', true],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    [{}, 'darwin', true],
    [{}, 'win32', true],
  ] as const)('with %j on %s has a display: %s', (env, platform, expected) => {
    expect(hasDisplay(env, platform)).toBe(expected);
  });

  it('keeps caches where XDG says, unless that is a relative path', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/caches' }, 'linux')).toBe('/caches/paralelo');
    expect(cacheFolder({ XDG_CACHE_HOME: 'caches' }, 'linux')).toMatch(/^\/.*\/\.cache\/paralelo$/);
  });

  it.each(['linux', 'darwin'] as const)('keeps them on %s where the lab looks', (platform) => {
    const env = { HOME: '/home/ada' };
    const { cacheDir } = userFolders({ platform, env, home: '/home/ada' });
    expect(cacheFolder(env, platform)).toBe(cacheDir);
  });
});
