import { homedir } from 'node:os';
import { isAbsolute, posix, resolve, win32 } from 'node:path';

/** The user's own folders of Paralelo, the same for every shell. They need not exist yet. */
export interface UserFolders {
  /** Settings: small, worth a backup. */
  configDir: string;
  /** Engines that Paralelo installed and compiled modules: everything in it can be made again. */
  cacheDir: string;
  /** What was recorded: nothing of it can be made again. PARALELO_DATA_DIR names another one. */
  dataDir: string;
}

interface Here {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  home: string;
}

const NAME = 'paralelo';

/** XDG's folders on Linux and its like, the platform's usual ones elsewhere. */
export function userFolders(here: Partial<Here> = {}): UserFolders {
  const { platform, env, home } = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    ...here,
  };
  const chosen = env['PARALELO_DATA_DIR'];
  const usual = usualFolders({ platform, env, home });
  return chosen === undefined || chosen === '' ? usual : { ...usual, dataDir: resolve(chosen) };
}

function usualFolders({ platform, env, home }: Here): UserFolders {
  switch (platform) {
    case 'darwin':
      return {
        configDir: posix.join(home, 'Library/Application Support', NAME),
        cacheDir: posix.join(home, 'Library/Caches', NAME),
        dataDir: posix.join(home, 'Library/Application Support', NAME),
      };
    case 'win32': {
      const local = win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData/Local'), NAME);
      return {
        configDir: win32.join(env['APPDATA'] ?? win32.join(home, 'AppData/Roaming'), NAME),
        cacheDir: win32.join(local, 'Cache'),
        dataDir: win32.join(local, 'Data'),
      };
    }
    default:
      return {
        configDir: posix.join(xdg(env['XDG_CONFIG_HOME']) ?? posix.join(home, '.config'), NAME),
        cacheDir: posix.join(xdg(env['XDG_CACHE_HOME']) ?? posix.join(home, '.cache'), NAME),
        dataDir: posix.join(xdg(env['XDG_DATA_HOME']) ?? posix.join(home, '.local/share'), NAME),
      };
  }
}

/** The specification says to ignore a relative path; an empty one means unset. */
function xdg(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}

/** Where the settings are, for every shell. */
export function settingsPathIn({ configDir }: UserFolders): string {
  return process.platform === 'win32'
    ? win32.join(configDir, 'settings.json')
    : posix.join(configDir, 'settings.json');
}
