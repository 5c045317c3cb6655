import { subjectsOf } from '../../openmetrics/index.js';
import type { Snapshot } from '../../openmetrics/index.js';
import type { Comparisons } from '../comparisons.js';
import type { HostWatch } from '../host-watch.js';
import type { Monitor } from '../monitor/monitor.js';

const CLIENT = 'scrape';
/** Longer than any usual interval between two scrapes, so that one who scrapes finds the instances listed. */
const LEASE_MS = 3 * 60_000;

interface Parts {
  monitor: Pick<Monitor, 'watch' | 'unwatch' | 'readNow'>;
  comparisons: Pick<Comparisons, 'live'>;
  host: Pick<HostWatch, 'now'>;
  labVersion: string;
  leaseMs?: number;
}

/** The numbers of now. Instances are watched from one asking to the next, and not for ever after the last. */
export class LiveNumbers {
  #lease: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(private readonly parts: Parts) {}

  /** Reads now. */
  async read(): Promise<Snapshot> {
    const { monitor, comparisons, host, labVersion } = this.parts;
    this.#renew();
    // Not as one who looks: between two scrapes one in ten readings is enough.
    await monitor.watch(CLIENT, { looking: false, fineMemory: true, withSamples: false });
    if (this.#isClosed) monitor.unwatch(CLIENT);
    const instances = monitor.readNow().map(({ instance, sample }) => ({
      of: instance.view,
      ...(sample === undefined ? {} : { sample }),
    }));
    const runs = comparisons.live().map((run) => {
      const sample = run.observed.latestSample();
      return { of: run.status(), ...(sample === undefined ? {} : { sample }) };
    });
    return {
      labVersion,
      subjects: subjectsOf(instances, runs),
      host: await host.now(),
      liveRuns: runs.length,
    };
  }

  close(): void {
    this.#isClosed = true;
    this.#end();
  }

  #renew(): void {
    clearTimeout(this.#lease);
    this.#lease = setTimeout(() => this.#end(), this.parts.leaseMs ?? LEASE_MS);
    this.#lease.unref();
  }

  #end(): void {
    clearTimeout(this.#lease);
    this.#lease = undefined;
    this.parts.monitor.unwatch(CLIENT);
  }
}
