import { toWireError } from '../../contract/index.js';
import type { InstanceEvent, InstanceOrigin } from '../../contract/index.js';
import type { FoundInstance, InstanceSink, InstanceSource } from '../../runtimes/instances.js';

export interface FleetListener {
  found(instance: FoundInstance): void;
  gone(id: string): void;
  event(event: Omit<InstanceEvent, 'tMs'> & { atMs?: number }): void;
  originsChanged(): void;
}

interface Entry {
  instance: FoundInstance;
  source: InstanceSource;
}

interface Place {
  origin: InstanceOrigin;
  source: InstanceSource;
}

/** What all sources together have found. A source speaks only of its own; after the stop none is heard. */
export class Fleet {
  readonly #entries = new Map<string, Entry>();
  readonly #places = new Map<string, Place>();
  #stops: (() => void)[] | undefined;
  #factor: number | undefined;

  constructor(
    private readonly sources: () => readonly InstanceSource[],
    private readonly listener: FleetListener,
  ) {}

  /** Again while it watches changes nothing. */
  start(): void {
    if (this.#stops !== undefined) return;
    const stops: (() => void)[] = [];
    this.#stops = stops;
    for (const [at, source] of this.sources().entries()) {
      try {
        stops.push(source.watch(this.#sinkOf(source, () => this.#stops === stops)));
      } catch (thrown) {
        this.#failed(source, at, thrown);
      }
    }
  }

  stop(): void {
    const stops = this.#stops ?? [];
    this.#stops = this.#factor = undefined;
    for (const stop of stops) {
      try {
        stop();
      } catch {
        // It is not heard any more, whatever it still does.
      }
    }
    this.#entries.clear();
    this.#places.clear();
  }

  /** How much slower than usual the sources may look. */
  pace(factor: number): void {
    if (this.#stops === undefined || factor === this.#factor) return;
    this.#factor = factor;
    for (const source of this.sources()) {
      try {
        source.pace?.(factor);
      } catch {
        // It goes on at its own pace.
      }
    }
  }

  instances(): FoundInstance[] {
    return [...this.#entries.values()].map(({ instance }) => instance);
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  find(id: string): FoundInstance | undefined {
    return this.#entries.get(id)?.instance;
  }

  origins(): InstanceOrigin[] {
    return [...this.#places.values()].map(({ origin }) => origin);
  }

  /** True once every source has said where it looks and each such place is listed or has a problem. */
  isListed(): boolean {
    const places = [...this.#places.values()];
    return (
      this.sources().every((source) => places.some((place) => place.source === source)) &&
      places.every(({ origin }) => origin.isListed || origin.problem !== undefined)
    );
  }

  #sinkOf(source: InstanceSource, isHeard: () => boolean): InstanceSink {
    const own = (id: string): boolean => isHeard() && this.#entries.get(id)?.source === source;
    return {
      found: (instance) => {
        const { id } = instance.view;
        if (!isHeard() || (this.#entries.has(id) && !own(id))) return;
        this.#entries.set(id, { instance, source });
        this.listener.found(instance);
      },
      gone: (id) => {
        if (own(id)) this.#forget(id);
      },
      event: (event) => {
        if (isHeard()) this.listener.event(event);
      },
      origin: (origin) => {
        if (!isHeard()) return;
        this.#places.set(origin.id, { origin, source });
        this.listener.originsChanged();
      },
      originGone: (id) => {
        if (isHeard() && this.#places.get(id)?.source === source) this.#forgetOrigin(id);
      },
    };
  }

  #forget(id: string): void {
    this.#entries.delete(id);
    this.listener.gone(id);
  }

  #forgetOrigin(originId: string): void {
    this.#places.delete(originId);
    for (const [id, { instance }] of this.#entries) {
      if (instance.origin === originId) this.#forget(id);
    }
    this.listener.originsChanged();
  }

  /** A source never throws; one that does is shown as a place that does not answer. */
  #failed(source: InstanceSource, at: number, thrown: unknown): void {
    const origin: InstanceOrigin = {
      id: `source-${String(at + 1)}`,
      name: `Source ${String(at + 1)} of instances`,
      isListed: false,
      problem: toWireError(thrown),
    };
    this.#places.set(origin.id, { origin, source });
    this.listener.originsChanged();
  }
}
