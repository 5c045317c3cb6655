import type {
  Client,
  HostSample,
  Instance,
  InstanceOrigin,
  InstanceSamples,
  Sample,
} from '../../contract/index.js';
import { matches } from './filters.js';
import type { PsOptions } from './options.js';
import type { Row } from './sort.js';

export interface PsListener {
  changed?(instance: Instance): void;
  gone?(id: string): void;
  sampled?(instance: Instance, sample: Sample): void;
  host?(): void;
  origins?(): void;
}

type Choice = Pick<PsOptions, 'filters'> & { all: boolean };

/** What the lab tells of instances, as far as it is asked for. */
export class Watched {
  readonly #instances = new Map<string, Instance>();
  readonly #samples = new Map<string, Sample>();
  readonly #before = new Map<string, number>();
  #origins: InstanceOrigin[] = [];
  #host: HostSample | undefined;
  #isStarted = false;
  readonly #stops: (() => void)[];

  constructor(
    private readonly client: Client,
    private readonly choice: Choice,
    private readonly listener: PsListener = {},
  ) {
    this.#stops = [
      client.on('instances.changed', ({ changed, gone }) => {
        for (const instance of changed) this.#change(instance);
        for (const id of gone) this.#forget(id);
      }),
      client.on('instances.samples', ({ samples }) => this.#read(samples)),
      client.on('instances.origins', (origins) => {
        this.#origins = origins;
        this.listener.origins?.();
      }),
      client.on('host.sample', (host) => {
        this.#host = host;
        this.listener.host?.();
      }),
    ];
  }

  /** Resolves when what is there is listed. */
  async start(fineMemory: boolean): Promise<void> {
    this.client.send('client.visible', { visible: true });
    const listing = await this.client.request('instances.watch', { looking: true, fineMemory });
    this.#origins = listing.origins;
    this.#isStarted = true;
    for (const instance of listing.instances) {
      if (!this.#instances.has(instance.id)) this.#change(instance);
    }
    this.#read(listing.samples.filter(({ id }) => !this.#samples.has(id)));
  }

  /** Those asked for, in no order. */
  rows(): Row[] {
    return [...this.#instances.values()]
      .filter((one) => this.#isShown(one))
      .map((instance) => {
        const sample = this.#samples.get(instance.id);
        return sample === undefined ? { instance } : { instance, sample };
      });
  }

  /** How many there are, asked for or not, and how many of them run. */
  counts(): { all: number; running: number } {
    const all = [...this.#instances.values()];
    return { all: all.length, running: all.filter(({ state }) => state === 'running').length };
  }

  /** True once every place has listed all that it has, and every shown one that runs has a rate over a good part of the period. */
  isRead(periodMs: number): boolean {
    if (!this.#isStarted || this.unlisted().some(({ problem }) => problem === undefined))
      return false;
    return this.rows().every(({ instance: { id, state }, sample }) => {
      if (state !== 'running') return true;
      const sinceMs = (sample?.tMs ?? 0) - (this.#before.get(id) ?? Infinity);
      return sample?.cpuPercent !== undefined && sinceMs > periodMs / 2;
    });
  }

  problems(): InstanceOrigin[] {
    return this.#origins.filter(({ problem }) => problem !== undefined);
  }

  /** Places that have not told everything, or not of late. */
  unlisted(): InstanceOrigin[] {
    return this.#origins.filter(({ isListed, problem }) => !isListed || problem !== undefined);
  }

  get host(): HostSample | undefined {
    return this.#host;
  }

  set all(all: boolean) {
    this.choice.all = all;
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  #isShown(instance: Instance): boolean {
    const isLive = ['running', 'paused', 'restarting'].includes(instance.state);
    return (isLive || this.choice.all) && matches(instance, this.choice.filters);
  }

  #change(instance: Instance): void {
    const before = this.#instances.get(instance.id);
    this.#instances.set(instance.id, instance);
    // What does not run has no numbers, and after a restart those from before are not its own.
    const began = [before?.startedAtIso, instance.startedAtIso].filter((at) => at !== undefined);
    if (instance.state === 'exited' || new Set(began).size > 1) {
      this.#samples.delete(instance.id);
      this.#before.delete(instance.id);
    }
    if (this.#isShown(instance)) this.listener.changed?.(instance);
    else if (before !== undefined && this.#isShown(before)) this.listener.gone?.(instance.id);
  }

  #forget(id: string): void {
    const instance = this.#instances.get(id);
    this.#instances.delete(id);
    this.#samples.delete(id);
    this.#before.delete(id);
    if (instance !== undefined && this.#isShown(instance)) this.listener.gone?.(id);
  }

  #read(read: readonly InstanceSamples[]): void {
    for (const { id, samples } of read) {
      const instance = this.#instances.get(id);
      for (const sample of samples) {
        const before = this.#samples.get(id);
        // One that was pushed while the listing was on its way is in both.
        if (before !== undefined && before.tMs >= sample.tMs) continue;
        if (before !== undefined) this.#before.set(id, before.tMs);
        this.#samples.set(id, sample);
        if (instance !== undefined && this.#isShown(instance)) {
          this.listener.sampled?.(instance, sample);
        }
      }
    }
  }
}
