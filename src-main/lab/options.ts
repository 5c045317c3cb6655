import type { GuestPageOpener } from '../runtimes/browser/index.js';
import type { PlacedData } from './data-folder/placed.js';

export interface LabOptions {
  /** The folder `resources/` of the checkout or of the installed app. */
  resourcesDir: string;
  /** The built guest host of the V8 runtime (`out/main/v8-host.cjs`). */
  v8HostPath: string;
  version: string;
  /** What the build collected (`out/licences.json`); absent where nothing was built. */
  licencesPath?: string;
  shell: 'desktop' | 'console';
  /** `Electron 45.4.1` or `Node 20.20.2`. */
  host: string;
  notice?: string;
  /** Opens a file dialog; absent where the shell has none. */
  pickModule?: () => Promise<string | undefined>;
  pickProgram?: () => Promise<string | undefined>;
  pickFolder?: () => Promise<string | undefined>;
  /** Absent: settings last as long as the lab. */
  settingsPath?: string;
  /** The user's own cache folder of Paralelo, unless given. */
  cacheDir?: string;
  /** Where what runs is recorded. Absent: nothing is. */
  store?: {
    dataDir: string;
    /** The built thread that writes (`out/main/store-worker.cjs`). */
    workerPath: string;
    /** Whose history is taken along where there is none. */
    copyFrom?: string;
    /** It was chosen: that it is missing means a disk that is not there, not a first start. */
    mustExist?: boolean;
  };
  /** Where a user's choice of the data folder is kept; absent where it cannot be chosen. */
  dataFolder?: PlacedData;
  /** Whether a user has windows of this lab: then the scrape endpoint of the settings is opened. */
  hasWindows?: boolean;
  /** Opens a page for guests of the runtime `browser`, in a shell that has none of its own. */
  guestPageOpener?: GuestPageOpener;
  /** Whether the shell's own windows run in the browser's sandbox; absent where it cannot know. */
  sandboxedPages?: boolean;
}
