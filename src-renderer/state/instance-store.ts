import type {
  Instance,
  InstanceListing,
  InstanceSamples,
  Pushes,
} from '../../src-main/contract/index.js';
import { InstanceTrack } from './instance-track.js';

/** What is known of all instances, outside any proxy. */
export class InstanceStore {
  /** The newest time on the monitor's axis. */
  latestMs = 0;
  #epochIso: string | undefined;
  readonly #byId = new Map<string, Instance>();
  readonly #tracks = new Map<string, InstanceTrack>();

  all(): Instance[] {
    return [...this.#byId.values()];
  }

  track(id: string): InstanceTrack | undefined {
    return this.#tracks.get(id);
  }

  take({ epochIso, instances, samples }: InstanceListing): void {
    if (this.#epochIso !== epochIso) {
      // Another lab, another axis.
      this.#tracks.clear();
      this.latestMs = 0;
    }
    this.#epochIso = epochIso;
    const ids = new Set(instances.map(({ id }) => id));
    const gone = [...this.#byId.keys()].filter((id) => !ids.has(id));
    this.change({ changed: instances, gone });
    this.addSamples(samples);
  }

  change({ changed, gone }: Pushes['instances.changed']): void {
    for (const instance of changed) {
      this.#byId.set(instance.id, instance);
      if (!isAlive(instance)) this.#tracks.get(instance.id)?.restart();
    }
    for (const id of gone) {
      this.#byId.delete(id);
      this.#tracks.delete(id);
    }
  }

  addSamples(batch: readonly InstanceSamples[]): void {
    for (const { id, samples } of batch) {
      const instance = this.#byId.get(id);
      // A sample on its way when its instance went is nobody's.
      if (instance === undefined || !isAlive(instance)) continue;
      const track = this.#tracks.get(id) ?? new InstanceTrack();
      this.#tracks.set(id, track);
      track.add(samples);
      this.latestMs = Math.max(this.latestMs, samples[samples.length - 1]?.tMs ?? 0);
    }
  }
}

/** Whether there is something of it to measure. */
export function isAlive({ state }: Instance): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}

/** Where it was found: InstanceOrigin.id. */
export function originOf({ engine }: Instance): string {
  return engine ?? 'processes';
}
