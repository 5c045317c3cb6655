import { toWireError } from '../../src-main/contract/index.js';
import type {
  Client,
  Instance,
  InstanceEvent,
  InstanceListing,
  InstanceOrigin,
  WireError,
} from '../../src-main/contract/index.js';
import { FrameCommit } from './frame.js';
import { InstanceStore } from './instance-store.js';
import type { InstanceTrack } from './instance-track.js';
import { InstanceWatch } from './instance-watch.js';

const MOST_EVENTS = 500;

/**
 * Everything that runs on this machine, as the lab tells it. What is shown moves at most once a frame:
 * `list` when instances changed, `tick` when numbers did.
 */
export class Instances {
  list = $state.raw<readonly Instance[]>([]);
  origins = $state.raw<readonly InstanceOrigin[]>([]);
  /** Those that came in since this window is open, newest last. */
  events = $state.raw<readonly InstanceEvent[]>([]);
  periodMs = $state(1000);
  /** The wall-clock time of the monitor's zero. */
  epochIso = $state<string>();
  /** Moves with every frame that has new numbers. */
  tick = $state(0);
  /** True once the first listing is here. */
  known = $state(false);
  problem = $state.raw<WireError>();
  readonly watch: InstanceWatch;
  readonly #store = new InstanceStore();
  readonly #frame = new FrameCommit(() => this.#commit());
  #listIsOld = false;
  #numbersAreOld = false;
  readonly #stops: (() => void)[];

  constructor(client: Client) {
    this.watch = new InstanceWatch(client, {
      listed: (listing) => this.#take(listing),
      failed: (thrown) => (this.problem = toWireError(thrown)),
    });
    this.#stops = [
      client.on('instances.changed', (push) => {
        this.#store.change(push);
        this.#listIsOld = true;
        this.#frame.request();
      }),
      client.on('instances.samples', ({ periodMs, samples }) => {
        this.#store.addSamples(samples);
        this.periodMs = periodMs;
        this.#numbersAreOld = true;
        this.#frame.request();
      }),
      client.on('instances.events', (events) => {
        this.events = [...this.events, ...events].slice(-MOST_EVENTS);
      }),
      client.on('instances.origins', (origins) => (this.origins = origins)),
      client.on('client.behind', () => this.watch.askAll()),
    ];
  }

  /** The newest time on the monitor's axis. */
  get latestMs(): number {
    return this.#store.latestMs;
  }

  find(id: string | undefined): Instance | undefined {
    return id === undefined ? undefined : this.list.find((instance) => instance.id === id);
  }

  /** Numbers are outside any proxy: who reads them here follows `tick`. */
  track(id: string): InstanceTrack | undefined {
    return this.tick < 0 ? undefined : this.#store.track(id);
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
    this.#frame.cancel();
    this.watch.stop();
  }

  #take(listing: InstanceListing): void {
    this.#store.take(listing);
    this.problem = undefined;
    this.epochIso = listing.epochIso;
    this.periodMs = listing.periodMs;
    this.origins = listing.origins;
    this.#listIsOld = true;
    this.#numbersAreOld = true;
    // At once: `known` never comes before what is known.
    this.#commit();
    this.known = true;
  }

  #commit(): void {
    if (this.#listIsOld) this.list = this.#store.all();
    if (this.#numbersAreOld) this.tick += 1;
    this.#listIsOld = this.#numbersAreOld = false;
  }
}
