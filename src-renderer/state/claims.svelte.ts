import { LANGUAGES, toWireError } from '../../src-main/contract/index.js';
import type {
  ClaimId,
  Language,
  ClaimResult,
  ClaimsListing,
  ClaimsStatus,
  ClaimView,
  Client,
  WireError,
} from '../../src-main/contract/index.js';
import { language } from '../i18n/index.js';
import { keep, readKept } from './kept.js';

const KEPT = 'claims.language';

/** The paper's claims, and the last verdict of each in this lab's life. The lab has them for all windows. */
export class Claims {
  listing = $state.raw<ClaimsListing>();
  status = $state.raw<ClaimsStatus>({ isRunning: false, ids: [], done: [], isStopped: false });
  problem = $state.raw<WireError>();
  /** True once the lab has answered. */
  known = $state(false);
  /** Asked to begin or to stop, until the lab has said that it does. */
  asking = $state<'start' | 'stop'>();
  chosenId = $state<ClaimId>();
  /** Where it is not that of the window. */
  #own = $state.raw<Language | undefined>(languageOf(readKept(KEPT)));
  #pushes = 0;
  readonly #stops: (() => void)[];

  constructor(private readonly client: Client) {
    this.#stops = [
      client.on('claims.status', (status) => this.#take(status)),
      client.on('claims.verdict', (result) => this.#judge(result)),
      client.on('client.behind', () => void this.load()),
    ];
  }

  get all(): readonly ClaimView[] {
    return this.listing?.claims ?? [];
  }

  get chosen(): ClaimView | undefined {
    return this.all.find(({ id }) => id === this.chosenId);
  }

  get hasVerdict(): boolean {
    return this.all.some(({ result }) => result !== undefined);
  }

  /** The paper can be read in another language than the window. */
  get language(): Language {
    return this.#own ?? language();
  }

  speak(chosen: Language): void {
    this.#own = chosen === language() ? undefined : chosen;
    keep(KEPT, this.#own ?? null);
  }

  async load(): Promise<void> {
    const before = this.#pushes;
    try {
      const listing = await this.client.request('claims.list', {});
      // It has told more by itself meanwhile.
      if (before !== this.#pushes && this.listing !== undefined) {
        await this.load();
        return;
      }
      this.listing = listing;
      this.status = listing.status;
    } catch (thrown) {
      this.problem = toWireError(thrown);
    }
    this.known = true;
  }

  /** Without ids: all of them. */
  async start(ids?: ClaimId[]): Promise<void> {
    this.problem = undefined;
    this.asking = 'start';
    try {
      await this.client.request('claims.start', ids === undefined ? {} : { ids });
    } catch (thrown) {
      this.problem = toWireError(thrown);
    } finally {
      this.asking = undefined;
    }
  }

  async stop(): Promise<void> {
    this.asking = 'stop';
    try {
      await this.client.request('claims.stop', {});
    } catch (thrown) {
      this.problem = toWireError(thrown);
    } finally {
      this.asking = undefined;
    }
  }

  /** Undefined when there is none: why is in `problem`. */
  async report(language: Language): Promise<string | undefined> {
    this.problem = undefined;
    try {
      return (await this.client.request('claims.report', { language })).markdown;
    } catch (thrown) {
      this.problem = toWireError(thrown);
      return undefined;
    }
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
  }

  #take(status: ClaimsStatus): void {
    const hasEnded = this.status.isRunning && !status.isRunning;
    this.#pushes += 1;
    this.status = status;
    // How long each takes is known better now.
    if (hasEnded && this.known) void this.load();
  }

  #judge(result: ClaimResult): void {
    this.#pushes += 1;
    if (this.listing === undefined) return;
    const claims = this.listing.claims.map((one) =>
      one.id === result.id ? { ...one, result } : one,
    );
    this.listing = { ...this.listing, claims };
  }
}

function languageOf(kept: unknown): Language | undefined {
  return LANGUAGES.find((one) => one === kept);
}
