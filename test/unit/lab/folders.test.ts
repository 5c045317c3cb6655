import { describe, expect, it } from 'vitest';
import { userFolders } from '../../../src-main/lab/folders.js';

const linux = (env: NodeJS.ProcessEnv) =>
  userFolders({ platform: 'linux', env, home: '/home/ada' });

describe('the user’s folders', () => {
  it('are XDG’s on Linux', () => {
    const env = { XDG_CONFIG_HOME: '/conf', XDG_CACHE_HOME: '/cache', XDG_DATA_HOME: '/data' };
    expect(linux(env)).toEqual({
      configDir: '/conf/paralelo',
      cacheDir: '/cache/paralelo',
      dataDir: '/data/paralelo',
    });
  });

  it('are below the home where XDG names none, or a relative one', () => {
    const usual = {
      configDir: '/home/ada/.config/paralelo',
      cacheDir: '/home/ada/.cache/paralelo',
      dataDir: '/home/ada/.local/share/paralelo',
    };
    expect(linux({})).toEqual(usual);
    expect(
      linux({ XDG_CONFIG_HOME: '', XDG_CACHE_HOME: 'cache', XDG_DATA_HOME: './data' }),
    ).toEqual(usual);
  });

  it('are in the Library on macOS', () => {
    expect(userFolders({ platform: 'darwin', env: {}, home: '/Users/ada' })).toEqual({
      configDir: '/Users/ada/Library/Application Support/paralelo',
      cacheDir: '/Users/ada/Library/Caches/paralelo',
      dataDir: '/Users/ada/Library/Application Support/paralelo',
    });
  });

  it('are in AppData on Windows', () => {
    const env = { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' };
    expect(userFolders({ platform: 'win32', env, home: 'C:\\Users\\ada' })).toEqual({
      configDir: 'C:\\Users\\ada\\AppData\\Roaming\\paralelo',
      cacheDir: 'C:\\Users\\ada\\AppData\\Local\\paralelo\\Cache',
      dataDir: 'C:\\Users\\ada\\AppData\\Local\\paralelo\\Data',
    });
  });

  it('for what was recorded is the one that PARALELO_DATA_DIR names, and empty it names none', () => {
    expect(linux({ PARALELO_DATA_DIR: '/elsewhere' }).dataDir).toBe('/elsewhere');
    expect(linux({ PARALELO_DATA_DIR: '' }).dataDir).toBe('/home/ada/.local/share/paralelo');
  });
});
