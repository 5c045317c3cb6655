import { SvelteMap } from 'svelte/reactivity';
import { toWireError } from '../../src-main/contract/index.js';
import type {
  Client,
  IsolationProfile,
  ProfileSubject,
  WireError,
} from '../../src-main/contract/index.js';
import { MOST_SUBJECTS, keepSubjects, keyOf, readSubjects } from './isolation-subjects.js';
import type { Ask } from './isolation-subjects.js';

/** While it is read anew, what was read before is still shown. */
export interface ProfileState {
  isReading: boolean;
  profile?: IsolationProfile;
  problem?: WireError;
}

const READING: ProfileState = { isReading: true };

/** Whose isolation is looked at, and what was read of each. */
export class Isolation {
  subjects = $state.raw<readonly ProfileSubject[]>(readSubjects());
  readonly #states = new SvelteMap<string, ProfileState>();

  #askedAgain: string[] = [];

  constructor(private readonly client: Client) {}

  /** Each with what is known of it. */
  get all(): { key: string; subject: ProfileSubject; state: ProfileState }[] {
    return this.subjects.map((subject) => {
      const key = keyOf(subject);
      return { key, subject, state: this.#states.get(key) ?? READING };
    });
  }

  get isFull(): boolean {
    return this.subjects.length >= MOST_SUBJECTS;
  }

  has(subject: ProfileSubject): boolean {
    return this.subjects.some((one) => keyOf(one) === keyOf(subject));
  }

  /** Does nothing for one that is there, or where there is no room. */
  add(subject: ProfileSubject): void {
    if (this.has(subject) || this.isFull) return;
    this.#choose([...this.subjects, subject]);
    void this.read(subject);
  }

  remove(key: string): void {
    this.#choose(this.subjects.filter((subject) => keyOf(subject) !== key));
    this.#states.delete(key);
  }

  /** What a link asks for. One that finds no room takes the place of the last. */
  follow(ask: Ask): void {
    if (ask.of.length > 0) this.#choose([]);
    for (const subject of [...ask.of, ...ask.with]) {
      if (this.isFull && !this.has(subject)) this.#choose(this.subjects.slice(0, -1));
      this.add(subject);
    }
  }

  /** Reads all anew. */
  async readAll(): Promise<void> {
    await Promise.all(this.subjects.map((subject) => this.read(subject)));
  }

  /** A lab that has just begun does not know yet what runs: those it did not know are asked for once more when they are listed. */
  readLost(isListed: (id: string) => boolean): void {
    for (const { key, subject, state } of this.all) {
      if (subject.kind !== 'instance' || state.isReading) continue;
      const isAsked = this.#askedAgain.includes(key);
      if (!isListed(subject.id)) this.#askedAgain = this.#askedAgain.filter((one) => one !== key);
      else if (state.problem?.code === 'unknown-instance' && !isAsked) {
        this.#askedAgain.push(key);
        void this.read(subject);
      }
    }
  }

  async read(subject: ProfileSubject): Promise<void> {
    const key = keyOf(subject);
    const before = this.#states.get(key);
    const reading: ProfileState = { ...before, isReading: true };
    this.#states.set(key, reading);
    const after = await this.#ask(subject);
    // Removed, or asked for anew, in the meantime.
    if (this.#states.get(key) === reading) this.#states.set(key, after);
  }

  async #ask(subject: ProfileSubject): Promise<ProfileState> {
    try {
      const profile = await this.client.request('isolation.profile', { subject });
      return { isReading: false, profile };
    } catch (thrown) {
      return { isReading: false, problem: toWireError(thrown) };
    }
  }

  #choose(subjects: readonly ProfileSubject[]): void {
    this.subjects = subjects;
    keepSubjects(subjects);
  }
}
