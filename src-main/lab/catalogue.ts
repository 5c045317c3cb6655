import { LabError } from '../contract/index.js';
import type { EngineInfo, RuntimeInfo } from '../contract/index.js';
import type { InstanceSource } from '../runtimes/instances.js';
import type { Discovery, ImageShelf, Runtime, RuntimeSource } from '../runtimes/runtime.js';

export interface Listing {
  runtimes: RuntimeInfo[];
  engines: EngineInfo[];
}

/** What can run programs here, as last looked for; looks again when asked or when an engine comes or goes. */
export class RuntimeCatalogue {
  readonly #found = new Map<RuntimeSource, Promise<Discovery>>();
  readonly #stopWatching: (() => void)[];
  readonly #listeners = new Set<(listing: Listing) => void>();

  constructor(private readonly sources: readonly RuntimeSource[]) {
    this.#stopWatching = sources.map((source) =>
      source.watch(() => void this.#sourceChanged(source)),
    );
  }

  async list(refresh: boolean): Promise<Listing> {
    const looking = this.sources.map((source) => this.#discover(source, refresh));
    const found = await Promise.all(looking);
    // While the slowest was looked for, another may have come or gone: an answer must not be older than a push.
    if (this.sources.some((source, at) => this.#found.get(source) !== looking[at])) {
      return this.list(false);
    }
    return {
      engines: found.flatMap((one) => one.engines),
      runtimes: found.flatMap(({ runtimes }, at) =>
        runtimes.map(({ info }) =>
          this.sources[at]?.takesPath === true ? { ...info, takesPath: true } : info,
        ),
      ),
    };
  }

  /** Looks only where the id can be. Throws LabError `unknown-runtime` or `runtime-not-here`. */
  async resolve(id: string): Promise<Runtime> {
    const source = this.sources.find((one) => one.owns(id));
    if (source === undefined) throw unknownRuntime(id, await this.#availableIds());
    let runtime = await this.#look(source, id, false);
    // An engine may have been started since the last look.
    if (runtime?.info.available !== true) runtime = await this.#look(source, id, true);
    if (runtime === undefined) {
      const { engines } = await this.#discover(source, false);
      const engine = missingEngine(engines, id);
      if (engine !== undefined) throw engineNotHere(id, engine);
      throw unknownRuntime(id, await this.#availableIds());
    }
    if (!runtime.info.available) throw notHere(runtime.info);
    return runtime;
  }

  /** Looks again where the executable of a family is chosen. Throws LabError `no-path-setting`. */
  async lookAgain(family: string): Promise<Listing> {
    await this.#sourceChanged(this.#takingPath(family));
    return this.list(false);
  }

  /** Throws LabError `no-path-setting` where no executable can be chosen. */
  checkTakesPath(family: string): void {
    this.#takingPath(family);
  }

  /** The image shelves of every family that has images, once looked for. */
  async images(): Promise<ImageShelf[]> {
    const withImages = this.sources.filter((source) => source.images !== undefined);
    await Promise.all(withImages.map((source) => this.#discover(source, false)));
    return withImages.flatMap((source) => source.images ?? []);
  }

  /** What tells of all that runs here; engines are looked for if nobody has done so yet. */
  instanceSources(): InstanceSource[] {
    return this.sources.flatMap((source) => {
      if (source.instances === undefined) return [];
      void this.#discover(source, false);
      return [source.instances];
    });
  }

  /** The engine behind a runtime id, as last seen. */
  async engineOf(runtimeId: string): Promise<EngineInfo | undefined> {
    const source = this.sources.find((one) => one.owns(runtimeId));
    if (source === undefined) return undefined;
    const { engines } = await this.#discover(source, false);
    return engines.find((engine) => runtimeId.startsWith(`${engine.id}:`));
  }

  /** Looks at everything again and removes what killed labs left behind. */
  async cleanUp(): Promise<void> {
    await this.list(true);
    await Promise.all(this.sources.map((source) => source.cleanUp()));
  }

  /** Removes what engines compiled ahead for the lab. Returns its size in bytes. */
  async clearCompiled(): Promise<number> {
    const clearing = this.sources.flatMap((source) => source.clearCompiled?.() ?? []);
    const sizes = await Promise.all(clearing);
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Resolves once everything whose instances can be watched has been looked for. */
  async lookedForInstances(): Promise<void> {
    const watched = this.sources.filter(({ instances }) => instances !== undefined);
    await Promise.all(watched.map((source) => this.#discover(source, false)));
  }

  onChange(listener: (listing: Listing) => void): void {
    this.#listeners.add(listener);
  }

  close(): void {
    this.#listeners.clear();
    for (const stop of this.#stopWatching) stop();
    for (const source of this.sources) source.close();
  }

  #takingPath(family: string): RuntimeSource {
    const taking = this.sources.find((source) => source.takesPath === true && source.owns(family));
    if (taking !== undefined) return taking;
    throw new LabError(
      'no-path-setting',
      `${family} has no executable to choose.`,
      'A path can be set for an engine that is a program of this machine: see `paralelo runtimes`.',
    );
  }

  #discover(source: RuntimeSource, again: boolean): Promise<Discovery> {
    const known = this.#found.get(source);
    if (known !== undefined && !again) return known;
    const looking = source.discover();
    this.#found.set(source, looking);
    // What a killed lab left behind goes as soon as its engine answers.
    void looking.then(() => source.cleanUp());
    return looking;
  }

  async #look(source: RuntimeSource, id: string, again: boolean): Promise<Runtime | undefined> {
    const { runtimes } = await this.#discover(source, again);
    return runtimes.find((runtime) => runtime.info.id === id);
  }

  async #availableIds(): Promise<string[]> {
    const { runtimes } = await this.list(false);
    return runtimes.filter((info) => info.available).map((info) => info.id);
  }

  async #sourceChanged(source: RuntimeSource): Promise<void> {
    await this.#discover(source, true);
    const listing = await this.list(false);
    for (const listener of this.#listeners) listener(listing);
  }
}

function unknownRuntime(id: string, known: string[]): LabError {
  return new LabError(
    'unknown-runtime',
    `There is no runtime called ${id} here.`,
    known.length === 0
      ? 'No runtime was found on this machine: see `paralelo runtimes`.'
      : `Choose one of: ${known.join(', ')}.`,
  );
}

/** The engine that the id asks for, when none of its kind answers; another kind may well be here. */
function missingEngine(engines: readonly EngineInfo[], id: string): EngineInfo | undefined {
  const own = engines.filter((engine) => id.startsWith(`${engine.id}:`));
  if (own.some(({ available }) => available)) return undefined;
  return own[0] ?? engines.find(({ available }) => !available);
}

function engineNotHere(id: string, engine: EngineInfo): LabError {
  return new LabError(
    'runtime-not-here',
    `${id} needs a container engine: ${engine.why ?? 'none answers here'}.`.replace('..', '.'),
    engine.hint ?? 'Start or install an engine, then run again.',
  );
}

function notHere(info: RuntimeInfo): LabError {
  return new LabError(
    'runtime-not-here',
    `${info.name} is not here: ${info.why ?? 'it was not found'}.`.replace('..', '.'),
    info.hint ?? 'See `paralelo runtimes` for how to get it.',
  );
}
