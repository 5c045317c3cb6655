import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron, windowEnv } from '../../../scripts/lib/electron.mjs';
import { mirrorHost } from '../../../scripts/lib/electron-download.mjs';

let packageDir = '';
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  packageDir = mkdtempSync(join(tmpdir(), 'paralelo-electron-'));
  writeFileSync(join(packageDir, 'package.json'), '{"version": "45.0.0"}');
});

afterEach(() => rmSync(packageDir, { recursive: true }));

/** Puts an Electron where its own installer puts it. */
function unpack(version: string): void {
  mkdirSync(join(packageDir, 'dist'), { recursive: true });
  writeFileSync(join(packageDir, 'dist/version'), version);
  writeFileSync(join(packageDir, 'dist/electron'), '');
}

function find(outcome: { download?: () => void; stand?: string; env?: NodeJS.ProcessEnv }) {
  return findElectron({
    env: outcome.env ?? {},
    packageDir,
    platform: 'linux',
    download: () => {
      asked.push('download');
      outcome.download?.();
      return Promise.resolve(outcome.download === undefined ? 'offline' : undefined);
    },
    compatibility: () => {
      asked.push('compatibility');
      return Promise.resolve(
        outcome.stand === undefined ? { why: 'not for this machine' } : { distDir: outcome.stand },
      );
    },
  });
}

describe('finding an Electron', () => {
  it('takes the override before an installed one', async () => {
    unpack('45.0.0');
    const own = join(packageDir, 'dist');
    const { electron } = await find({ env: { ELECTRON_OVERRIDE_DIST_PATH: own } });
    expect(electron).toMatchObject({ origin: 'override', binary: join(own, 'electron') });
  });

  it('refuses an override without a program rather than taking another', async () => {
    unpack('45.0.0');
    await expect(find({ env: { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' } })).rejects.toThrow(
      'there is no electron in it',
    );
  });

  it('takes the installed one without asking anybody', async () => {
    unpack('v45.0.0');
    expect((await find({})).electron?.origin).toBe('installed');
    expect(asked).toEqual([]);
  });

  it('downloads again when another version is installed', async () => {
    unpack('44.9.9');
    const { electron } = await find({ download: () => unpack('45.0.0') });
    expect(electron?.origin).toBe('installed');
    expect(asked).toEqual(['download']);
  });

  it('takes the compatibility runtime when the download fails, and keeps the reason', async () => {
    const found = await find({ stand: '/cache/electron-25' });
    expect(found.electron).toMatchObject({
      origin: 'compatibility',
      binary: '/cache/electron-25/electron',
    });
    expect(found.misses).toEqual(['offline']);
  });

  it('does not believe a download that left nothing', async () => {
    const found = await find({ download: () => undefined, stand: '/cache/electron-25' });
    expect(found.electron?.origin).toBe('compatibility');
    expect(found.misses[0]).toContain('its program is not there');
  });

  it('says every reason when there is none at all', async () => {
    expect(await find({})).toEqual({
      electron: undefined,
      misses: ['offline', 'not for this machine'],
    });
  });
});

describe("Electron's environment", () => {
  it('has no variable that makes it a plain Node', () => {
    expect(windowEnv({ ELECTRON_RUN_AS_NODE: '1', HOME: '/h' })).toEqual({ HOME: '/h' });
  });

  it.each([
    [{}, 'github.com'],
    [{ ELECTRON_MIRROR: 'https://mirror.example/electron/' }, 'mirror.example'],
    [{ npm_config_electron_mirror: 'https://other.example/' }, 'other.example'],
    [{ ELECTRON_MIRROR: 'not a URL' }, 'github.com'],
  ])('is downloaded, with %j, from %s', (env, host) => {
    expect(mirrorHost(env)).toBe(host);
  });
});
