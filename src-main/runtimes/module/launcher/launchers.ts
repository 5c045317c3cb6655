import { launcherOf } from './ready-launcher.js';
import type { ReadyLauncher } from './ready-launcher.js';
import { startSource } from './source.js';
import type { LauncherSource, SocketSet } from './source.js';

/** Where every guest of a lab gets its launcher from. The lab itself forks once for many of them. */
export class Launchers {
  #source: Promise<LauncherSource | undefined> | undefined;

  /** `path`: the launcher (resources/launcher), undefined where there is none for this machine. */
  constructor(private readonly path: string | undefined) {}

  /** Resolves when it waits for its word. Undefined where there is none, or it cannot run here: then the lab forks. */
  async ready({ withChannel = false } = {}): Promise<ReadyLauncher | undefined> {
    const set = await this.#set();
    return set === undefined ? undefined : await launcherOf(set, withChannel);
  }

  /** Launchers that are in use stay until their guests have ended: that is waited for, a second at most. */
  async close(): Promise<void> {
    const source = this.#source;
    this.#source = undefined;
    await (await source)?.close();
  }

  async #set(): Promise<SocketSet | undefined> {
    const { path } = this;
    if (path === undefined) return undefined;
    for (;;) {
      const asked = (this.#source ??= startSource(path));
      const source = await asked;
      const set = source?.take();
      if (set !== undefined) return set;
      // Others who waited too may have replaced it.
      if (this.#source === asked) this.#source = undefined;
      if (source === undefined) return undefined;
    }
  }
}
