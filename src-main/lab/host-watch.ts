import type { Environment, HostSample, PushListener } from '../contract/index.js';
import { HostMeter, readEnvironment } from '../metrics/index.js';

const SEEN_PERIOD_MS = 1000;
/** Nothing happens that the numbers could be held against: to draw them more often would be most of what an idle window costs. */
const IDLE_PERIOD_MS = 4000;
/** Nobody looks: one in ten. */
const UNSEEN_PERIOD_MS = 10_000;

interface Parts {
  labVersion: string;
  push: PushListener;
  liveRuns: () => number;
  /** Whether somebody looks at instances. */
  isLookedAt: () => boolean;
  /** The processes that host guests: below Paralelo, but not its own cost. */
  guestPids: () => Iterable<number>;
  /** What more there is to say while somebody watches instances. */
  more?: (cpuPercent: number | undefined) => Promise<Partial<HostSample>>;
}

/** The machine's own load and Paralelo's own cost, pushed while somebody looks: once a second while something runs or is looked at. */
export class HostWatch {
  readonly #meter: HostMeter;
  readonly #viewers = new Map<string, boolean>();
  #environment: Promise<Environment> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #latest: HostSample | undefined;
  #reading: Promise<HostSample> | undefined;
  /** A load needs two. */
  #readings = 0;

  constructor(private readonly parts: Parts) {
    this.#meter = new HostMeter({ guestPids: parts.guestPids });
  }

  start(): void {
    this.#arm();
  }

  environment(): Promise<Environment> {
    this.#environment ??= readEnvironment(this.parts.labVersion);
    return this.#environment;
  }

  /** A window was shown or hidden, or is gone. */
  seenBy(clientId: string, visible: boolean): void {
    if (visible) this.#viewers.set(clientId, true);
    else this.#viewers.delete(clientId);
    // What was read a moment ago is as good as what would take another one.
    if (visible && this.#timer !== undefined) void this.#tell(this.now());
  }

  /** There is more to see from now on: what was armed for an idle machine would come late. */
  attend(): void {
    if (this.#viewers.size > 0 && this.#timer !== undefined) void this.#tick();
  }

  /** Read now, unless that was done within the last second: rates over less are noise. */
  async now(): Promise<HostSample> {
    const latest = this.#latest;
    const isNew = latest !== undefined && Date.now() - Date.parse(latest.atIso) < SEEN_PERIOD_MS;
    return isNew ? latest : await this.#read();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tick(), this.#periodMs());
    this.#timer.unref();
  }

  #periodMs(): number {
    if (this.#viewers.size === 0) return UNSEEN_PERIOD_MS;
    const isIdle = this.#readings > 1 && this.parts.liveRuns() === 0 && !this.parts.isLookedAt();
    return isIdle ? IDLE_PERIOD_MS : SEEN_PERIOD_MS;
  }

  #tick(): Promise<void> {
    return this.#tell(this.#read());
  }

  async #tell(read: Promise<HostSample>): Promise<void> {
    this.#arm();
    const sample = await read;
    if (this.#timer !== undefined) this.parts.push('host.sample', sample);
  }

  /** One at a time: rates between two that overlap are none. */
  #read(): Promise<HostSample> {
    this.#reading ??= this.#readAnew().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readAnew(): Promise<HostSample> {
    const numbers = await this.#meter.read();
    const sample: HostSample = {
      atIso: new Date().toISOString(),
      ...numbers,
      ...(await this.parts.more?.(numbers.cpuPercent)),
      liveRuns: this.parts.liveRuns(),
    };
    this.#latest = sample;
    this.#readings += 1;
    return sample;
  }
}
