import type {
  Instance,
  InstanceEvent,
  InstanceOrigin,
  LogLine,
} from '../../../src-main/contract/index.js';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';
import { ContainerInstances } from '../../../src-main/runtimes/docker/instances/container-instances.js';
import type { FoundInstance, InstanceSink } from '../../../src-main/runtimes/instances.js';
import { SHELL_IMAGE } from './shell-image.js';

/** Keeps what a source tells, and lets a test wait for it. */
export class RecordingSink implements InstanceSink {
  readonly instances = new Map<string, FoundInstance>();
  readonly origins = new Map<string, InstanceOrigin>();
  readonly events: (InstanceEvent & { atMs?: number })[] = [];
  /** Every call that names this id, in order. */
  readonly told: { id: string; what: 'found' | 'gone' }[] = [];
  #waiting: { isSo: () => boolean; done: () => void }[] = [];

  found(instance: FoundInstance): void {
    this.instances.set(instance.view.id, instance);
    this.told.push({ id: instance.view.id, what: 'found' });
    this.#look();
  }

  gone(id: string): void {
    this.instances.delete(id);
    this.told.push({ id, what: 'gone' });
    this.#look();
  }

  event(event: InstanceEvent & { atMs?: number }): void {
    this.events.push(event);
    this.#look();
  }

  origin(origin: InstanceOrigin): void {
    this.origins.set(origin.id, origin);
    this.#look();
  }

  originGone(id: string): void {
    this.origins.delete(id);
    this.#look();
  }

  until(isSo: () => boolean): Promise<void> {
    if (isSo()) return Promise.resolve();
    return new Promise((done) => this.#waiting.push({ isSo, done }));
  }

  /** Resolves to it, once it is there and so. */
  async instance(
    id: string,
    isSo: (view: Instance) => boolean = () => true,
  ): Promise<FoundInstance> {
    const found = () => {
      const one = this.instances.get(id);
      return one !== undefined && isSo(one.view) ? one : undefined;
    };
    await this.until(() => found() !== undefined);
    return found() as FoundInstance;
  }

  async eventOf(id: string, action: string): Promise<InstanceEvent & { atMs?: number }> {
    const found = () =>
      this.events.find((event) => event.instanceId === id && event.action === action);
    await this.until(() => found() !== undefined);
    return found() as InstanceEvent;
  }

  isGone(id: string): Promise<void> {
    return this.until(() => this.told.some((one) => one.id === id && one.what === 'gone'));
  }

  isListed(...engines: string[]): Promise<void> {
    return this.until(() => engines.every((id) => this.origins.get(id)?.isListed === true));
  }

  #look(): void {
    this.#waiting = this.#waiting.filter(({ isSo, done }) => {
      if (!isSo()) return true;
      done();
      return false;
    });
  }
}

/** A watch over these engines, with everything listed. */
export async function watching(...engines: Engine[]) {
  const source = new ContainerInstances();
  source.replace(
    engines,
    engines.map(({ info }) => info),
  );
  const sink = new RecordingSink();
  const stop = source.watch(sink);
  await sink.isListed(...engines.map(({ id }) => id));
  return { source, sink, stop };
}

interface Wishes {
  image?: string;
  command?: string[];
  name?: string;
  labels?: Record<string, string>;
  /** Of POST /containers/create, beside the host's. */
  config?: object;
  host?: object;
}

/** Containers made as anybody makes them, through the engine's API and not the lab; removed together. */
export class PlainContainers {
  readonly #made: string[] = [];

  constructor(private readonly engine: Engine) {}

  /** `sh -c` with the shell image, without a network, unless said otherwise. Resolves to its id. */
  async create(script: string, wishes: Wishes = {}): Promise<string> {
    const { image = SHELL_IMAGE, command, name, labels = {}, config = {}, host = {} } = wishes;
    const created = await this.engine.client.json({
      method: 'POST',
      path: '/containers/create',
      query: name === undefined ? {} : { name },
      body: {
        Image: image,
        Cmd: command ?? ['sh', '-c', script],
        Labels: labels,
        ...config,
        HostConfig: { NetworkMode: 'none', ...ULIMITS[this.engine.id], ...host },
      },
    });
    const { Id } = created as { Id: string };
    this.#made.push(Id);
    return Id;
  }

  async start(script: string, wishes: Wishes = {}): Promise<string> {
    const id = await this.create(script, wishes);
    await this.post(id, 'start');
    return id;
  }

  async post(id: string, action: string, query: Record<string, string | number> = {}) {
    await this.engine.client.json({ method: 'POST', path: `/containers/${id}/${action}`, query });
  }

  async remove(id: string): Promise<void> {
    const query = { force: true, v: true };
    await this.engine.client
      .json({ method: 'DELETE', path: `/containers/${id}`, query })
      .catch(() => undefined);
  }

  async removeAll(): Promise<void> {
    await Promise.all(this.#made.splice(0).map((id) => this.remove(id)));
  }
}

/** Podman gives a container more than this shell itself may have. */
const ULIMITS = {
  docker: {},
  podman: {
    Ulimits: ['nofile', 'nproc'].map((Name) => ({ Name, Soft: 1000, Hard: 1000 })),
  },
};

/** The lines of a container's log until there are so many, or until it ends. */
export async function readLogs(
  found: FoundInstance,
  { tail = 1000, most = Number.POSITIVE_INFINITY } = {},
): Promise<LogLine[]> {
  const lines: LogLine[] = [];
  const stop = new AbortController();
  await found.logs({ tail, signal: stop.signal }, (more) => {
    lines.push(...more);
    if (lines.length >= most) stop.abort();
  });
  return lines;
}
