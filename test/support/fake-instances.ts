import type {
  HostSample,
  Instance,
  InstanceListing,
  InstanceOrigin,
  InstanceSamples,
  Sample,
  WatchRequest,
} from '../../src-main/contract/index.js';
import { FAKE_EPOCH_MS, FAKE_ORIGINS, THIRTEEN, manyInstances } from './fake-instances-list.js';
import type { FakeInstance } from './fake-instances-list.js';

export interface FakeInstancesOptions {
  /** 13 are the varied ones. */
  count?: number;
  /** This origin does not answer. */
  silent?: string;
  /** How many samples of each a listing has. */
  history?: number;
  /** Nothing has been listed yet. */
  isListing?: boolean;
}

type Push = (name: string, payload: unknown) => void;
/** Answers what it knows; undefined is left to whoever comes next. */
export type FakeAnswer = (name: string, params: unknown) => unknown;

/** Instances of a machine that only pretends, on a clock of its own that stands until it is told to go on. */
export class FakeInstances {
  readonly all: FakeInstance[];
  origins: InstanceOrigin[];
  watched: WatchRequest | undefined;
  /** What else is asked about instances. */
  next: FakeAnswer = () => undefined;
  readonly periodMs = 1000;
  nowMs = 120_000;
  readonly #counters = new Map<string, { rx: number; written: number; cpuMs: number }>();

  constructor(
    private readonly push: Push,
    private readonly options: FakeInstancesOptions = {},
  ) {
    const { count = THIRTEEN.length, silent, isListing = false } = options;
    // Copies: a test may change how one behaves.
    this.all =
      count === THIRTEEN.length ? THIRTEEN.map((one) => ({ ...one })) : manyInstances(count);
    this.origins = FAKE_ORIGINS.map((origin) => ({
      ...origin,
      isListed: !isListing,
      ...(origin.id === silent && {
        problem: {
          code: 'engine-lost',
          message: `${origin.name} has not answered for 5 s.`,
          hint: 'What is shown of it is from before. See whether its service runs: `systemctl status docker`.',
        },
      }),
    }));
  }

  readonly answer: FakeAnswer = (name, params) => {
    if (name === 'instances.watch') {
      this.watched = params as WatchRequest;
      return this.#listing();
    }
    if (name === 'instances.unwatch') {
      this.watched = undefined;
      return {};
    }
    const answer = this.next(name, params);
    if (answer === undefined) throw new Error(`The pretended lab does not answer ${name}.`);
    return answer;
  };

  /** Time goes on; whoever watches gets the samples. */
  step(ms = this.periodMs): void {
    this.nowMs += ms;
    const samples = this.#samples(this.nowMs);
    if (this.watched !== undefined) {
      this.push('instances.samples', { periodMs: this.periodMs, samples });
    }
  }

  change(id: string, part: Partial<Instance>): void {
    const found = this.all.find(({ view }) => view.id === id);
    if (found === undefined) throw new Error(`no instance ${id}`);
    found.view = { ...found.view, ...part };
    this.push('instances.changed', { changed: [found.view], gone: [] });
  }

  add(...fresh: FakeInstance[]): void {
    this.all.push(...fresh);
    this.push('instances.changed', { changed: fresh.map(({ view }) => view), gone: [] });
  }

  remove(...ids: string[]): void {
    this.all.splice(0, this.all.length, ...this.all.filter(({ view }) => !ids.includes(view.id)));
    this.push('instances.changed', { changed: [], gone: ids });
  }

  setOrigins(origins: InstanceOrigin[]): void {
    this.origins = origins;
    this.push('instances.origins', origins);
  }

  /** What a sample of the host has in addition while somebody watches. */
  host(): Partial<HostSample> {
    if (this.watched === undefined) return {};
    const wave = (offset: number): number => 30 + 25 * Math.sin(this.nowMs / 7000 + offset);
    return {
      atIso: new Date(FAKE_EPOCH_MS + this.nowMs).toISOString(),
      coresPercent: Array.from({ length: 8 }, (_, core) => wave(core * 1.7)),
      swapUsedBytes: 0.2 * 1024 ** 3,
      swapTotalBytes: 2 * 1024 ** 3,
      diskUsedBytes: 181 * 1024 ** 3,
      diskTotalBytes: 468 * 1024 ** 3,
      diskReadBytesPerSecond: 120_000,
      diskWrittenBytesPerSecond: 21_000_000,
      temperatureCelsius: 61,
      load: { containersPercent: 19.4, wasmPercent: 6.2, restPercent: 5.8 },
      memoryBy: { containersBytes: 5.2 * 1024 ** 3, wasmBytes: 0.3 * 1024 ** 3 },
      daemons: [{ engine: 'docker', cpuPercent: 0.3, requestsPerSecond: 2 }],
    };
  }

  #listing(): InstanceListing {
    return {
      epochIso: new Date(FAKE_EPOCH_MS).toISOString(),
      periodMs: this.periodMs,
      instances: this.all.map(({ view }) => view),
      samples: this.#history(),
      origins: this.origins,
    };
  }

  #history(): InstanceSamples[] {
    const { history: length = 119 } = this.options;
    const moments = Array.from(
      { length },
      (_, at) => this.nowMs - (length - 1 - at) * this.periodMs,
    );
    const byId = new Map<string, Sample[]>();
    this.#counters.clear();
    for (const moment of moments) {
      for (const { id, samples } of this.#samples(moment)) {
        const known = byId.get(id);
        if (known === undefined) byId.set(id, samples);
        else known.push(...samples);
      }
    }
    return [...byId].map(([id, samples]) => ({ id, samples }));
  }

  #samples(tMs: number): InstanceSamples[] {
    return this.all.flatMap((one, at) =>
      ['running', 'paused'].includes(one.view.state)
        ? [{ id: one.view.id, samples: [this.#sample(one, at, tMs)] }]
        : [],
    );
  }

  #sample(one: FakeInstance, at: number, tMs: number): Sample {
    const wave = 1 + 0.35 * Math.sin(tMs / 9000 + at) + 0.25 * noise(at, tMs);
    const counters = this.#counters.get(one.view.id) ?? { rx: 0, written: 0, cpuMs: 0 };
    const cpuPercent = one.cpuPercent * wave;
    counters.rx += Math.max(0, one.rx) * wave;
    counters.written += one.written * wave;
    counters.cpuMs += cpuPercent * 10;
    this.#counters.set(one.view.id, counters);
    const bytes = one.memoryBytes * (0.94 + 0.06 * Math.sin(tMs / 20_000 + at));
    const isWasm = one.view.kind === 'wasm';
    return {
      tMs,
      cpuPercent,
      cpuTimeMs: counters.cpuMs,
      pids: one.pids,
      readBytes: counters.written / 4,
      writtenBytes: counters.written,
      // A process has no network of its own that could be read.
      ...(one.rx >= 0 && { rxBytes: counters.rx, txBytes: counters.rx * 2.2 }),
      memory: {
        ...(isWasm
          ? { linearBytes: Math.round(bytes / 65_536) * 65_536, rssBytes: bytes * 1.4 }
          : { workingSetBytes: bytes, cgroupBytes: bytes * 1.3, anonBytes: bytes * 0.8 }),
        ...(this.watched?.fineMemory === true && { rssBytes: bytes * 1.2, pssBytes: bytes * 1.05 }),
        ...(one.limitBytes !== undefined &&
          (isWasm ? { linearMaxBytes: one.limitBytes } : { limitBytes: one.limitBytes })),
      },
    };
  }
}

/** The same for the same moment: -1 to 1. */
function noise(at: number, tMs: number): number {
  const mixed = Math.sin(at * 12.9898 + tMs * 78.233) * 43_758.5453;
  return 2 * (mixed - Math.floor(mixed)) - 1;
}
