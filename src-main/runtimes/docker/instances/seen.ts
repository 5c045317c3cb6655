import type { InstanceEvent, InstanceState } from '../../../contract/index.js';
import type { FoundInstance } from '../../instances.js';
import type { Inspected } from './inspected.js';
import { timeOf } from './view.js';

interface Told {
  state: InstanceState;
  /** All that was told, to tell a change. */
  text: string;
  health?: string | undefined;
  oomAt?: string | undefined;
}

/** What has been told of an engine's containers, so that only news is told. */
export class Seen {
  /** By container id: it never changes. */
  readonly runtimes = new Map<string, string>();
  readonly #told = new Map<string, Told>();
  /** Those for which the engine itself told that memory ran out in their present life. */
  readonly #oomTold = new Set<string>();

  ids(): string[] {
    return [...this.#told.keys()];
  }

  stateOf(id: string): InstanceState | undefined {
    return this.#told.get(id)?.state;
  }

  isChange({ view, life }: FoundInstance): boolean {
    const text = JSON.stringify([view, life]);
    const before = this.#told.get(view.id);
    this.#told.set(view.id, { ...before, state: view.state, text });
    return before?.text !== text;
  }

  /** True when it was there. */
  forget(id: string): boolean {
    this.runtimes.delete(id);
    this.#oomTold.delete(id);
    return this.#told.delete(id);
  }

  /** Podman tells the health after each check; worth a word is only another one. */
  isNews({ instanceId, action, detail }: Omit<InstanceEvent, 'tMs'>): boolean {
    if (action === 'start') this.#oomTold.delete(instanceId);
    if (action === 'oom') this.#oomTold.add(instanceId);
    const told = this.#told.get(instanceId);
    if (action !== 'health_status' || told === undefined) return true;
    const isNew = detail !== undefined && told.health !== detail;
    told.health = detail;
    return isNew;
  }

  /** Podman tells no `oom`: it is only in the state of the container that has ended by it. */
  unseenOom({ Id, State }: Inspected, wasKnown: boolean): Omit<InstanceEvent, 'tMs'> | undefined {
    const atIso = timeOf(State.FinishedAt);
    const told = this.#told.get(Id);
    const isOom = State.OOMKilled === true && State.Running !== true;
    if (!isOom || atIso === undefined || told === undefined) return undefined;
    const isOld = !wasKnown || told.oomAt === atIso || this.#oomTold.has(Id);
    told.oomAt = atIso;
    return isOld ? undefined : { instanceId: Id, atIso, action: 'oom' };
  }
}
