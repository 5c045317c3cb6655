import type { EngineInfo } from '../../contract/index.js';
import type { Discovery, ImageShelf, RuntimeSource } from '../runtime.js';
import { dockerRuntimes } from './docker-runtime.js';
import { parseAddress } from './engine/address.js';
import { theseSurroundings } from './engine/candidates.js';
import type { Surroundings } from './engine/candidates.js';
import { connect } from './engine/client.js';
import { discoverEngines } from './engine/discover.js';
import type { Engine } from './engine/engine.js';
import { listImages, removeTwinImages } from './images.js';
import { loadImage } from './load-image.js';
import { ContainerInstances } from './instances/container-instances.js';
import { cleanUpOrphans } from './orphans.js';
import { awaitEngine, watchEngine } from './watch.js';

/** How often to look for an engine while there is none. */
const LOOK_AGAIN_MS = 3000;

/** Every OCI runtime of every container engine found here. */
export function createDockerSource(here: Surroundings = theseSurroundings()): RuntimeSource {
  return new Engines(here);
}

class Engines implements RuntimeSource {
  readonly images: ImageShelf = {
    list: async () => (await Promise.all(this.#engines.map(listImages))).flat(),
    load: async (id, path) => {
      const engine = this.#engines.find((one) => one.id === id);
      return engine === undefined ? undefined : await loadImage(engine, path);
    },
    removeTwins: async () => (await Promise.all(this.#engines.map(removeTwinImages))).flat(),
  };
  readonly instances = new ContainerInstances();
  #engines: Engine[] = [];
  readonly #listeners = new Set<() => void>();
  /** By address. An engine that is lost stays followed, so that its return is seen. */
  readonly #followed = new Map<string, () => void>();
  /** By address: engines that have never answered, waited for. */
  readonly #awaited = new Map<string, () => void>();
  #silent: string[] = [];
  #stopLooking: (() => void) | undefined;
  #closed = false;

  constructor(private readonly here: Surroundings) {}

  owns(runtimeId: string): boolean {
    return /^(docker|podman):/.test(runtimeId);
  }

  async discover(): Promise<Discovery> {
    const { engines, infos } = await discoverEngines(this.here);
    this.#silent = silentAddresses(engines, infos);
    this.#replace(engines);
    if (!this.#closed) this.instances.replace(engines, infos);
    return { engines: infos, runtimes: dockerRuntimes(engines) };
  }

  watch(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    this.#follow();
    return () => {
      this.#listeners.delete(onChange);
      this.#follow();
    };
  }

  async cleanUp(): Promise<void> {
    await Promise.allSettled(this.#engines.map((engine) => cleanUpOrphans(engine)));
  }

  close(): void {
    this.#closed = true;
    this.#listeners.clear();
    this.instances.close();
    this.#replace([]);
  }

  #replace(engines: Engine[]): void {
    for (const former of this.#engines) former.client.close();
    this.#engines = this.#closed ? [] : engines;
    this.#follow();
  }

  #follow(): void {
    this.#stopLooking?.();
    this.#stopLooking = undefined;
    if (this.#closed || this.#listeners.size === 0) {
      for (const stop of [...this.#followed.values(), ...this.#awaited.values()]) stop();
      this.#followed.clear();
      this.#awaited.clear();
      return;
    }
    const changed = () => {
      for (const listener of this.#listeners) listener();
    };
    for (const engine of this.#engines) {
      const address = engine.info.address ?? engine.id;
      if (!this.#followed.has(address)) this.#followed.set(address, watchEngine(engine, changed));
    }
    this.#await(changed);
    if (this.#engines.length === 0) this.#stopLooking = lookAgain(this.here, changed);
  }

  #await(changed: () => void): void {
    for (const [address, stop] of this.#awaited) {
      if (this.#silent.includes(address)) continue;
      stop();
      this.#awaited.delete(address);
    }
    for (const text of this.#silent) {
      if (this.#awaited.has(text)) continue;
      const client = connect({ address: parseAddress(text) });
      const stop = awaitEngine(client, () => {
        this.#awaited.delete(text);
        changed();
      });
      this.#awaited.set(text, stop);
    }
  }
}

/**
 * Where an engine listens that did not answer beside one that did. Only sockets of this machine: asking one again and
 * again costs nothing.
 */
function silentAddresses(engines: readonly Engine[], infos: readonly EngineInfo[]): string[] {
  return infos.flatMap(({ id, available, address }) => {
    const isUsed = engines.some((engine) => engine.id === id);
    const isSocket = address?.startsWith('unix://') ?? false;
    return available || isUsed || !isSocket || address === undefined ? [] : [address];
  });
}

/** Calls back once an engine answers. */
function lookAgain(here: Surroundings, found: () => void): () => void {
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void discoverEngines(here).then(({ engines }) => {
      looking = false;
      for (const engine of engines) engine.client.close();
      if (engines.length > 0) found();
    });
  }, LOOK_AGAIN_MS);
  timer.unref();
  return () => clearInterval(timer);
}
