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
const TURNS = 4;

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
  /** Moves once all numbers of a push are shown. */
  tick = $state(0);
  /** New numbers are shown in turns, a frame each: all rows in one would take longer than a frame. */
  readonly #turns = $state<number[]>(Array<number>(TURNS).fill(0));
  /** True once the first listing is here. */
  known = $state(false);
  problem = $state.raw<WireError>();
  readonly watch: InstanceWatch;
  readonly #store = new InstanceStore();
  readonly #frame = new FrameCommit(() => this.#commit());
  #listIsOld = false;
  /** The next one; beyond the last, there is nothing new. */
  #turn = 0;
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
        this.#turn = 0;
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

  /** Numbers are outside any proxy: who reads them here is told when it is the turn of this one. */
  track(id: string): InstanceTrack | undefined {
    return (this.#turns[turnOf(id)] ?? 0) < 0 ? undefined : this.#store.track(id);
  }

  /** As `track`, for who shows many at once: told once all have had their turn. */
  trackOfAll(id: string): InstanceTrack | undefined {
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
    this.#turn = 0;
    // At once: `known` never comes before what is known.
    this.#commit();
    this.known = true;
  }

  #commit(): void {
    if (this.#listIsOld) this.list = this.#store.all();
    this.#listIsOld = false;
    const turn = this.#turn;
    if (turn > TURNS) return;
    this.#turn += 1;
    if (turn === TURNS) this.tick += 1;
    else {
      this.#turns[turn] = (this.#turns[turn] ?? 0) + 1;
      this.#frame.request();
    }
  }
}

/** Ids end in digits of an own: they spread evenly. */
function turnOf(id: string): number {
  return id.charCodeAt(id.length - 1) % TURNS;
}
