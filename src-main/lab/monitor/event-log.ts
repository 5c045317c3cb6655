import type { InstanceEvent } from '../../contract/index.js';

const MOST_OF_ONE = 200;
const MOST_IN_ALL = 2000;

/** The newest events of every instance. */
export class EventLog {
  readonly #events = new Map<string, InstanceEvent[]>();
  /** The instances of all kept events, oldest first. */
  #order: string[] = [];

  add(event: InstanceEvent): void {
    const { instanceId } = event;
    const own = this.#events.get(instanceId) ?? [];
    own.push(event);
    this.#events.set(instanceId, own);
    this.#order.push(instanceId);
    if (own.length > MOST_OF_ONE) this.#drop(instanceId);
    else if (this.#order.length > MOST_IN_ALL) this.#drop(this.#order[0] ?? '');
  }

  /** Oldest first. */
  of(instanceId: string): InstanceEvent[] {
    return [...(this.#events.get(instanceId) ?? [])];
  }

  forget(instanceId: string): void {
    if (!this.#events.delete(instanceId)) return;
    this.#order = this.#order.filter((id) => id !== instanceId);
  }

  get size(): number {
    return this.#order.length;
  }

  /** The oldest of one. */
  #drop(instanceId: string): void {
    this.#order.splice(this.#order.indexOf(instanceId), 1);
    const own = this.#events.get(instanceId);
    own?.shift();
    if (own?.length === 0) this.#events.delete(instanceId);
  }
}
