import type {
  Instance,
  InstanceEvent,
  InstanceOrigin,
  PushListener,
  Sample,
} from '../../contract/index.js';

const CHANGES_EVERY_MS = 100;
const SAMPLES_EVERY_MS = 250;
/** Of one push; the log keeps the newest, and details ask for them. */
const MOST_EVENTS = 500;

interface Parts {
  push: PushListener;
  origins: () => InstanceOrigin[];
  periodMs: () => number;
}

/** Gathers what changes and is read: ten pushes of changes a second at most, four of samples. */
export class MonitorPushes {
  readonly #changed = new Map<string, Instance>();
  readonly #gone = new Set<string>();
  #events: InstanceEvent[] = [];
  #originsChanged = false;
  readonly #samples = new Map<string, Sample[]>();
  #changesTimer: NodeJS.Timeout | undefined;
  #samplesTimer: NodeJS.Timeout | undefined;
  #samplesAreDue = false;

  constructor(private readonly parts: Parts) {}

  changed(instance: Instance): void {
    this.#gone.delete(instance.id);
    this.#changed.set(instance.id, instance);
    this.#armChanges();
  }

  gone(id: string): void {
    this.#changed.delete(id);
    this.#samples.delete(id);
    this.#gone.add(id);
    this.#armChanges();
  }

  event(event: InstanceEvent): void {
    this.#events.push(event);
    if (this.#events.length > MOST_EVENTS) this.#events.shift();
    this.#armChanges();
  }

  originsChanged(): void {
    this.#originsChanged = true;
    this.#armChanges();
  }

  sampled(id: string, sample: Sample): void {
    const batch = this.#samples.get(id);
    if (batch === undefined) this.#samples.set(id, [sample]);
    else batch.push(sample);
    this.#samplesTimer ??= setTimeout(this.#pushSamples, SAMPLES_EVERY_MS);
  }

  /** What nobody has been told yet will not be told. */
  drop(): void {
    clearTimeout(this.#changesTimer);
    clearTimeout(this.#samplesTimer);
    this.#changesTimer = this.#samplesTimer = undefined;
    this.#changed.clear();
    this.#gone.clear();
    this.#samples.clear();
    this.#events = [];
    this.#originsChanged = this.#samplesAreDue = false;
  }

  #armChanges(): void {
    this.#changesTimer ??= setTimeout(this.#pushChanges, CHANGES_EVERY_MS);
  }

  readonly #pushChanges = (): void => {
    this.#changesTimer = undefined;
    const { push, origins } = this.parts;
    if (this.#originsChanged) push('instances.origins', origins());
    this.#originsChanged = false;
    if (this.#changed.size > 0 || this.#gone.size > 0) {
      push('instances.changed', { changed: [...this.#changed.values()], gone: [...this.#gone] });
    }
    this.#changed.clear();
    this.#gone.clear();
    if (this.#events.length > 0) push('instances.events', this.#events);
    this.#events = [];
    if (this.#samplesAreDue) this.#pushSamples();
  };

  readonly #pushSamples = (): void => {
    // Who comes to know of an instance by its samples would have no row for it: the changes go first.
    this.#samplesAreDue = this.#changesTimer !== undefined;
    if (this.#samplesAreDue) return;
    this.#samplesTimer = undefined;
    this.parts.push('instances.samples', {
      periodMs: this.parts.periodMs(),
      samples: Array.from(this.#samples, ([id, samples]) => ({ id, samples })),
    });
    this.#samples.clear();
  };
}
