import { createContext, onMount } from 'svelte';
import { keep, readKept } from '../state/kept.js';
import type { Action } from './action.js';
import { isChord, isHeardWhileTyping, isSequence, isSingle, isTyping } from './keys.js';

type Offer = () => readonly Action[];

/** Between the two presses of `G L`. */
const SEQUENCE_MS = 1500;
/** A browser keeps these for its tabs. */
const OF_THE_DESKTOP = /^Mod\+\d$/;

/** All that can be done in the window, whoever offers it: its keys, its palette and its menu take it from here. */
export class Actions {
  shown = $state<'palette' | 'shortcuts'>();
  /** Keys of one sign can be turned off (WCAG 2.1.4). */
  hasSingleKeys = $state(readKept('singleKeys') !== false);
  #offers = $state.raw<readonly Offer[]>([]);
  readonly all = $derived(this.#offers.flatMap((offer) => offer()));
  #first: { key: string; atMs: number } | undefined;

  constructor(private readonly inDesktop: () => boolean = () => true) {}

  /** Returns what takes them back. */
  offer(actions: Offer): () => void {
    this.#offers = [...this.#offers, actions];
    return () => {
      this.#offers = this.#offers.filter((other) => other !== actions);
    };
  }

  run(id: string): void {
    const action = this.all.find((each) => each.id === id);
    if (action === undefined || action.applies === false) return;
    this.shown = undefined;
    action.run();
  }

  /** Those of an action that work in this shell. */
  keysOf({ keys = [] }: Action): readonly string[] {
    return keys
      .filter((key) => this.inDesktop() || !OF_THE_DESKTOP.test(key))
      .filter((key) => this.hasSingleKeys || !isSingle(key));
  }

  useSingleKeys(wanted: boolean): void {
    this.hasSingleKeys = wanted;
    keep('singleKeys', wanted);
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const isOurs = !event.defaultPrevented && !event.isComposing && this.shown === undefined;
    const found = isOurs ? this.#pressed(event) : undefined;
    this.#remember(event, found === undefined);
    if (found === undefined) return;
    event.preventDefault();
    found.run();
  };

  #pressed(event: KeyboardEvent): Action | undefined {
    const typing = isTyping(event.target);
    return this.all
      .filter(({ applies, hasKeysNow }) => applies !== false && hasKeysNow !== false)
      .find((action) =>
        this.keysOf(action).some(
          (key) => this.#isPressed(event, key) && (!typing || isHeardWhileTyping(key)),
        ),
      );
  }

  #isPressed(event: KeyboardEvent, key: string): boolean {
    if (!isSequence(key)) return isChord(event, key);
    const [first = '', second = ''] = key.split(' ');
    const before = this.#first;
    if (before?.key !== first || event.timeStamp - before.atMs > SEQUENCE_MS) return false;
    return isChord(event, second);
  }

  #remember(event: KeyboardEvent, isFree: boolean): void {
    const isLetter = isFree && isChord(event, event.key.toUpperCase()) && !isTyping(event.target);
    this.#first = isLetter ? { key: event.key.toUpperCase(), atMs: event.timeStamp } : undefined;
  }
}

const [actionsHere, provide, isProvided] = createContext<Actions>();

/** For the components below this one. */
export const provideActions = provide;

/** From a component, as long as it is there. Where no window is around it, nobody asks for them. */
export function offerActions(actions: Offer): void {
  if (!isProvided()) return;
  const all = actionsHere();
  onMount(() => all.offer(actions));
}
