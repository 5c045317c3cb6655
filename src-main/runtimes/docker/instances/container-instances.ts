import { realpathSync } from 'node:fs';
import type { EngineInfo } from '../../../contract/index.js';
import type { InstanceSink, InstanceSource } from '../../instances.js';
import { parseAddress } from '../engine/address.js';
import { processListeningAt } from '../engine/engine-process.js';
import type { Engine } from '../engine/engine.js';
import { EngineFollower } from './follower.js';

type Asked = ReturnType<NonNullable<InstanceSource['asked']>>;

/** The containers of all engines found, whoever started them; goes on through each new look for engines. */
export class ContainerInstances implements InstanceSource {
  readonly #watches = new Set<Watch>();
  #engines: readonly Engine[] = [];
  #infos: readonly EngineInfo[] = [];
  /** By engine, of followers that have been given up. */
  readonly #formerRequests = new Map<string, number>();
  /** By address: finding it means looking at every process. */
  readonly #daemons = new Map<string, number | undefined>();

  /** What has been found now. One that does not answer stays followed, so that its return is seen. */
  replace(engines: readonly Engine[], infos: readonly EngineInfo[]): void {
    this.#engines = engines;
    this.#infos = infos;
    this.#daemons.clear();
    for (const watch of this.#watches) watch.replace(engines, infos);
  }

  watch(sink: InstanceSink): () => void {
    const watch = new Watch(sink);
    this.#watches.add(watch);
    watch.replace(this.#engines, this.#infos);
    return () => {
      if (!this.#watches.delete(watch)) return;
      watch.stop();
      for (const { engine, requests } of watch.followers) {
        const former = this.#formerRequests.get(engine.id) ?? 0;
        this.#formerRequests.set(engine.id, former + requests);
      }
    };
  }

  asked(): Asked {
    const requests = new Map(this.#formerRequests);
    for (const { engine, requests: more } of [...this.#watches].flatMap((one) => one.followers)) {
      requests.set(engine.id, (requests.get(engine.id) ?? 0) + more);
    }
    return [...requests].map(([engine, count]) => {
      const daemonPid = this.#daemonOf(engine);
      return { engine, requests: count, ...(daemonPid === undefined ? {} : { daemonPid }) };
    });
  }

  close(): void {
    for (const watch of this.#watches) watch.stop();
    this.#watches.clear();
  }

  #daemonOf(id: string): number | undefined {
    const engine = this.#engines.find((one) => one.id === id);
    if (engine?.info.local !== true || engine.info.address === undefined) return undefined;
    const { address } = engine.info;
    if (!this.#daemons.has(address)) this.#daemons.set(address, daemonAt(address));
    return this.#daemons.get(address);
  }
}

/** One who watches, and what is followed for them. */
class Watch {
  readonly #followers = new Map<string, EngineFollower>();
  /** Engines that have never answered, as told. */
  readonly #silent = new Set<string>();

  constructor(private readonly sink: InstanceSink) {}

  get followers(): EngineFollower[] {
    return [...this.#followers.values()];
  }

  replace(engines: readonly Engine[], infos: readonly EngineInfo[]): void {
    for (const engine of engines) this.#follow(engine);
    for (const info of infos) this.#tellSilent(info);
    for (const id of [...this.#silent]) {
      if (infos.some((info) => info.id === id)) continue;
      this.#silent.delete(id);
      this.sink.originGone(id);
    }
  }

  stop(): void {
    for (const follower of this.followers) follower.stop();
  }

  #follow(engine: Engine): void {
    this.#silent.delete(engine.id);
    const followed = this.#followers.get(engine.id);
    if (followed?.engine.info.address === engine.info.address && followed !== undefined) {
      followed.replace(engine);
      return;
    }
    // Another engine of its kind is used now: its containers are others.
    followed?.forget();
    this.#followers.set(engine.id, new EngineFollower(engine, this.sink));
  }

  /** Only what has an address: that there is no engine at all is no trouble. */
  #tellSilent({ id, name, address, available, why, hint }: EngineInfo): void {
    if (available || address === undefined || this.#followers.has(id)) return;
    this.#silent.add(id);
    const message = why ?? `${name} does not answer.`;
    const problem = { code: 'engine-unreachable', message, hint: hint ?? 'Start it.' } as const;
    this.sink.origin({ id, name, isListed: false, problem });
  }
}

function daemonAt(address: string): number | undefined {
  const { path } = parseAddress(address);
  if (path === undefined || process.platform !== 'linux') return undefined;
  return processListeningAt(path) ?? processListeningAt(realPath(path));
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
