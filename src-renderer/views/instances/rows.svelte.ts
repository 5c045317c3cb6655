import { untrack } from 'svelte';
import type { Instance } from '../../../src-main/contract/index.js';
import { isAlive } from '../../state/instance-store.js';
import type { Instances } from '../../state/instances.svelte.js';
import { figuresOf } from './figures.js';
import type { Figures } from './figures.js';
import { matches } from './filter.js';
import { linesOf } from './groups.js';
import { keepOrder } from './order.js';
import type { Preferences } from './preferences.svelte.js';
import { sorted, valueOf } from './sort.js';

/**
 * Which rows there are and in which order. The order is made anew when somebody asks for another one
 * and with `sortAgain`, not with every number: rows that jump cannot be read.
 */
export class Rows {
  needle = $state('');
  #folded = $state.raw<readonly string[]>([]);
  #sortings = $state(0);
  #ordered: readonly Instance[] = [];
  #orderedBy = '';
  #hadNumbers = false;

  constructor(
    private readonly instances: Instances,
    private readonly preferences: Preferences,
  ) {}

  readonly shown = $derived.by(() => {
    const { onlyRunning } = this.preferences;
    return this.instances.list.filter(
      (instance) => (!onlyRunning || isAlive(instance)) && matches(instance, this.needle),
    );
  });

  /** Changes when the order was made anew: what then moved did not come or go. */
  readonly orderKey = $derived.by(
    () =>
      `${JSON.stringify(this.preferences.sort)}/${this.preferences.memory}/${String(this.#sortings)}`,
  );

  readonly ordered = $derived.by(() => {
    // With the numbers of this moment; that they move on is no reason to sort again.
    const figures = (instance: Instance): Figures => untrack(() => this.figures(instance));
    const fresh = sorted(this.shown, this.preferences.sort, figures);
    const isNew = this.orderKey !== this.#orderedBy;
    this.#orderedBy = this.orderKey;
    this.#ordered = isNew ? fresh : keepOrder(this.#ordered, fresh, ({ id }) => id);
    return this.#ordered;
  });

  /** Rows come before their numbers. Turns true, once, when most have what they are sorted by. */
  readonly hasNumbers = $derived.by(() => {
    // Looked for no more, once they were there.
    if (this.#hadNumbers) return true;
    const { column } = this.preferences.sort;
    const figures = (instance: Instance): Figures => this.figures(instance);
    const alive = this.instances.list.filter(isAlive);
    const known = alive.filter((one) => valueOf(column, one, figures) !== undefined).length;
    return (this.#hadNumbers = known > 0 && 2 * known >= alive.length);
  });

  readonly lines = $derived.by(() =>
    linesOf(this.ordered, this.preferences.grouping, this.#folded, this.instances.origins),
  );

  figures(instance: Instance): Figures {
    return figuresOf(instance, this.instances.track(instance.id), this.preferences.memory);
  }

  sortAgain(): void {
    this.#sortings += 1;
  }

  fold(key: string, isOpen: boolean): void {
    const others = this.#folded.filter((folded) => folded !== key);
    this.#folded = isOpen ? others : [...others, key];
  }
}
