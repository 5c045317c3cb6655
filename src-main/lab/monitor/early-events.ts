import type { InstanceEvent } from '../../contract/index.js';

export interface PlacedEvent {
  tMs: number;
  event: InstanceEvent;
}

/** Of so many instances that nobody has described yet. */
const MOST_INSTANCES = 500;
const MOST_EVENTS = 20;

/**
 * An engine tells what happens to a container before anybody could ask what it is: one that is killed as soon as it
 * has begun is described only then. Its events wait here for that.
 */
export class EarlyEvents {
  readonly #waiting = new Map<string, PlacedEvent[]>();

  keep(placed: PlacedEvent): void {
    const { instanceId } = placed.event;
    const events = this.#waiting.get(instanceId) ?? [];
    if (events.length < MOST_EVENTS) events.push(placed);
    this.#waiting.set(instanceId, events);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MOST_INSTANCES && oldest !== undefined) this.#waiting.delete(oldest);
  }

  /** What has waited for it, once. */
  take(instanceId: string): PlacedEvent[] {
    const events = this.#waiting.get(instanceId) ?? [];
    this.#waiting.delete(instanceId);
    return events;
  }

  clear(): void {
    this.#waiting.clear();
  }
}
