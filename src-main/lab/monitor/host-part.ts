import { availableCores, HostDetailsMeter } from '../../metrics/index.js';
import type { AskedEngine, HostDetails } from '../../metrics/index.js';
import type { InstanceSource } from '../../runtimes/instances.js';
import { sharesOf } from './host-load.js';
import type { Shares } from './host-load.js';
import { InContainer } from './in-container.js';
import type { Monitor } from './monitor.js';

/** The host strip's numbers that only a watched machine has. */
export class MonitorHostPart {
  readonly #inContainer = new InContainer();
  readonly #cores = availableCores();
  #meter: HostDetailsMeter | undefined;

  constructor(
    private readonly monitor: Pick<Monitor, 'isWatched' | 'latest'>,
    private readonly sources: () => readonly InstanceSource[],
  ) {}

  /** `hostPercent` is of all cores together. Never rejects; empty while nobody watches. */
  async read(hostPercent: number | undefined): Promise<HostDetails & Shares> {
    if (!this.monitor.isWatched) {
      // What is measured from the last look to the next one would be of the time nobody looked.
      this.#meter = undefined;
      this.#inContainer.clear();
      return {};
    }
    this.#meter ??= new HostDetailsMeter();
    const details = await this.#meter.read(this.#asked());
    const measured = this.monitor.latest();
    return {
      ...details,
      ...sharesOf(measured, this.#inContainer.containerOf, { cores: this.#cores, hostPercent }),
    };
  }

  #asked(): AskedEngine[] {
    return this.sources().flatMap((source) => {
      try {
        return source.asked?.() ?? [];
      } catch {
        return [];
      }
    });
  }
}
