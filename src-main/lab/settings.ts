import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import * as v from 'valibot';
import {
  DEFAULT_MONITOR_SETTINGS,
  LabError,
  SETTINGS_VERSION,
  SettingsSchema,
  toWireError,
} from '../contract/index.js';
import type {
  MonitorSettings,
  Preferences,
  PreferencesChange,
  Settings,
  SettingsView,
  StoreSettings,
  WireError,
} from '../contract/index.js';
import { whileLocked } from './file-lock.js';
import { readPreferences } from './preferences.js';

const NONE: Settings = { runtimePaths: {} };

/**
 * The user's settings: a small JSON file that every shell of this user shares. Another process may
 * change it at any time, so a change reads it again first. Without a file, settings last as long as the lab.
 */
export class SettingsStore {
  #settings: Settings = NONE;
  #problem: WireError | undefined;

  private constructor(private readonly path: string | undefined) {}

  /** Never throws: what is wrong with the file is in `view().problem`. */
  static async open(path: string | undefined): Promise<SettingsStore> {
    const store = new SettingsStore(path);
    await store.reload();
    return store;
  }

  view(): SettingsView {
    const { preferences, problem = this.#problem } = readPreferences(this.#settings, this.path);
    const runtimePaths = { ...this.#settings.runtimePaths };
    return {
      settings: { runtimePaths, monitor: this.monitor(), ...preferences },
      ...(this.path === undefined ? {} : { path: this.path }),
      ...(problem === undefined ? {} : { problem }),
    };
  }

  preferences(): Preferences {
    return readPreferences(this.#settings, this.path).preferences;
  }

  /** How the machine is watched, and when the user wants to be told. */
  readonly monitor = (): MonitorSettings => this.#settings.monitor ?? DEFAULT_MONITOR_SETTINGS;

  /** What is recorded, and how long it is kept. */
  readonly store = (): StoreSettings => this.preferences().store;

  /** The executable that the user chose for a family of runtimes. */
  readonly runtimePath = (family: string): string | undefined =>
    Object.hasOwn(this.#settings.runtimePaths, family)
      ? this.#settings.runtimePaths[family]
      : undefined;

  /** What is in the file now. Never throws. */
  async reload(): Promise<void> {
    try {
      if (this.path !== undefined) this.#settings = await this.#read(this.path);
    } catch (thrown) {
      this.#problem = toWireError(thrown);
    }
  }

  /** Undefined forgets the choice. Throws LabError `settings-not-written`. */
  async setRuntimePath(family: string, chosen: string | undefined): Promise<void> {
    await this.#change((settings) => {
      const runtimePaths = { ...settings.runtimePaths };
      if (chosen === undefined) Reflect.deleteProperty(runtimePaths, family);
      else runtimePaths[family] = chosen;
      return { ...settings, runtimePaths };
    });
  }

  /** Throws LabError `settings-not-written`. */
  async setMonitor(monitor: MonitorSettings): Promise<void> {
    await this.#change((settings) => ({ ...settings, monitor }));
  }

  /** What the change does not name stays. Throws LabError `settings-not-written`. */
  async change(change: PreferencesChange): Promise<void> {
    // Over ipcMain, what is not named may come as undefined.
    const named: Record<string, unknown> = { ...change };
    const given = Object.entries(named).filter(([, value]) => value !== undefined);
    await this.#change((settings) => ({ ...settings, ...Object.fromEntries(given) }));
  }

  async #change(changed: (settings: Settings) => Settings): Promise<void> {
    const { path } = this;
    if (path === undefined) {
      this.#settings = changed(this.#settings);
      return;
    }
    try {
      await whileLocked(path, async () => {
        const settings = { version: SETTINGS_VERSION, ...changed(await this.#read(path)) };
        await writeWhole(path, `${JSON.stringify(settings, null, 2)}\n`);
        this.#settings = settings;
      });
    } catch (thrown) {
      throw thrown instanceof LabError ? thrown : notWritten(path, thrown);
    }
  }

  /** No file means no settings. One that makes no sense is moved aside. Throws LabError when it cannot be read. */
  async #read(path: string): Promise<Settings> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return NONE;
      throw notRead(path, thrown);
    }
    const settings = parse(text);
    if (settings !== undefined) return settings;
    this.#problem = toWireError(damaged(path, await moveAside(path)));
    return NONE;
  }
}

function parse(text: string): Settings | undefined {
  try {
    const parsed = v.safeParse(SettingsSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Never over what was moved aside before. Returns the new name. */
async function moveAside(path: string): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const aside = nth === 1 ? `${path}.damaged` : `${path}.damaged-${nth}`;
    try {
      // Unlike a rename, a link refuses a name that is taken.
      await link(path, aside);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      // Another process did the same at this moment.
      if (code === 'ENOENT') return `${path}.damaged`;
      throw notRead(path, thrown);
    }
    await rm(path, { force: true });
    return aside;
  }
}

/** Never half: whoever reads sees the old content or the new one. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw thrown;
  }
}

function damaged(path: string, aside: string): LabError {
  return new LabError(
    'settings-damaged',
    `The settings in ${path} make no sense, so Paralelo goes on without them.`,
    `The file is kept as ${aside}: correct it and move it back, or set the paths again.`,
  );
}

function notRead(path: string, cause: unknown): LabError {
  return new LabError(
    'settings-not-read',
    `The settings in ${path} cannot be read: ${messageOf(cause)}.`,
    'Check the permissions of the file; until then Paralelo goes on without settings.',
    { cause },
  );
}

function notWritten(path: string, cause: unknown): LabError {
  return new LabError(
    'settings-not-written',
    `The settings in ${path} cannot be written: ${messageOf(cause)}.`,
    'Check the permissions of the folder and the room on its disk, then try again.',
    { cause },
  );
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
