import { LabError, toWireError } from '../../src-main/contract/index.js';
import type {
  Client,
  ExperimentResult,
  HistoryEntry,
  HistoryFacets,
  HistoryPage,
  HistoryQueryInput,
  RecordedAttempts,
  RecordedExperiment,
  RecordedRange,
  RequestParams,
  RunRecord,
  SideBySide,
  StoreState,
  Trend,
  WireError,
} from '../../src-main/contract/index.js';
import { Exchange } from './exchange.svelte.js';

const PAGE = 100;
/** What others write is listed anew at most so often. */
const SETTLE_MS = 400;
/** More than a chart is wide. */
const MOST_READINGS = 2000;
/** As many lanes as one can tell apart. */
export const MOST_COMPARED = 8;

export type HistoryFilter = Omit<HistoryQueryInput, 'limit' | 'offset'>;

/** What was recorded, as the filters let it through; the store has it for all windows. */
export class History {
  filter = $state.raw<HistoryFilter>({});
  page = $state.raw<HistoryPage>();
  facets = $state.raw<HistoryFacets>();
  store = $state.raw<StoreState>();
  problem = $state.raw<WireError>();
  isLoading = $state(false);
  chosenId = $state<string>();
  /** Marked to be compared or removed. */
  marked = $state.raw<readonly string[]>([]);
  /** What was removed last, as long as it is offered back. */
  removed = $state.raw<readonly string[]>([]);
  readonly exchange: Exchange;
  #asked = 0;
  #isShown = false;
  #isStale = true;
  #couldNotRead = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #stops: (() => void)[];

  constructor(private readonly client: Client) {
    this.exchange = new Exchange(client, (problem) => (this.problem = problem));
    this.#stops = [
      client.on('history.changed', () => this.#changed()),
      client.on('store.state', (state) => (this.store = state)),
      client.on('client.behind', () => this.#changed()),
    ];
  }

  get entries(): readonly HistoryEntry[] {
    return this.page?.entries ?? [];
  }

  get chosen(): HistoryEntry | undefined {
    return this.entries.find(({ id }) => id === this.chosenId);
  }

  get isFiltered(): boolean {
    return Object.values(this.filter).some(Boolean);
  }

  /** While nobody looks, nothing is listed. */
  show(isShown: boolean): void {
    this.#isShown = isShown;
    if (isShown && this.#isStale) void this.load();
  }

  async load(): Promise<void> {
    const shown = Math.min(500, Math.max(PAGE, this.entries.length));
    await this.#read(shown);
  }

  async more(): Promise<void> {
    const { entries, page } = this;
    if (page === undefined || this.isLoading || entries.length >= page.total) return;
    const query = { ...this.filter, limit: PAGE, offset: entries.length };
    const asked = this.#asked;
    this.isLoading = true;
    await this.#try(async () => {
      const next = await this.client.request('history.list', query);
      // Meanwhile something else was asked for: this is no part of it.
      if (asked !== this.#asked) return;
      const known = entries.map(({ id }) => id);
      const fresh = next.entries.filter(({ id }) => !known.includes(id));
      this.page = { ...next, entries: [...entries, ...fresh] };
    });
    if (asked === this.#asked) this.isLoading = false;
  }

  async narrow(change: HistoryFilter): Promise<void> {
    this.filter = { ...this.filter, ...change };
    this.marked = [];
    await this.#read(PAGE);
  }

  async clear(): Promise<void> {
    this.filter = {};
    await this.#read(PAGE);
  }

  /** Lists this entry alone, whatever was filtered before, and chooses it. */
  async reveal(id: string): Promise<void> {
    this.filter = { text: id };
    this.chosenId = id;
    await this.#read(PAGE);
  }

  mark(id: string, isMarked: boolean): void {
    const others = this.marked.filter((one) => one !== id);
    this.marked = isMarked ? [...others, id] : others;
  }

  async annotate(change: RequestParams<'history.annotate'>): Promise<void> {
    await this.#try(async () => {
      this.#replace(await this.client.request('history.annotate', change));
      this.facets = await this.client.request('history.facets', {});
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#try(async () => {
      const { removed } = await this.client.request('history.remove', { ids: [...ids] });
      this.removed = removed;
      this.marked = this.marked.filter((id) => !removed.includes(id));
    });
    await this.load();
  }

  async restore(ids: readonly string[]): Promise<void> {
    await this.#try(async () => {
      await this.client.request('history.restore', { ids: [...ids] });
      this.removed = [];
    });
    await this.load();
  }

  /** The whole records, in the order of the ids. Undefined where one could not be read: `problem` says why. */
  async records(ids: readonly string[]): Promise<RunRecord[] | undefined> {
    const read = await this.#get(() =>
      Promise.all(
        ids.slice(0, MOST_COMPARED).map((id) => this.client.request('history.run', { id })),
      ),
    );
    return read?.map(({ record }) => record);
  }

  async experiment(id: string): Promise<RecordedExperiment | undefined> {
    return await this.#get(() => this.client.request('history.experiment', { id }));
  }

  async attempts(id: string): Promise<RecordedAttempts | undefined> {
    return await this.#get(() => this.client.request('history.attempts', { id }));
  }

  /** What was recorded of an instance, from its first to its last reading. */
  async range(id: string): Promise<RecordedRange | undefined> {
    return await this.#get(() =>
      this.client.request('history.range', { id, points: MOST_READINGS }),
    );
  }

  async experiments(ids: readonly string[]): Promise<RecordedExperiment[] | undefined> {
    return await this.#get(() =>
      Promise.all(ids.map((id) => this.client.request('history.experiment', { id }))),
    );
  }

  /** The result of an experiment as it stood after so many values of each contender. */
  async resultAt(id: string, counts: number[]): Promise<ExperimentResult | undefined> {
    const read = await this.#get(() => this.client.request('history.resultAt', { id, counts }));
    return read?.result;
  }

  async trend(id: string): Promise<Trend | undefined> {
    return await this.#get(() => this.client.request('history.trend', { id }));
  }

  async sideBySide(ids: readonly string[], measure?: string): Promise<SideBySide | undefined> {
    const asked = { ids: [...ids], ...(measure === undefined ? {} : { measure }) };
    return await this.#get(() => this.client.request('history.compare', asked));
  }

  /** Says why something asked of the history cannot be done now. */
  refuse(message: string, hint: string): void {
    this.problem = toWireError(new LabError('bad-request', message, hint));
  }

  destroy(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  async #read(limit: number): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.#isStale = false;
    this.isLoading = true;
    const isRead = await this.#try(async () => {
      const [page, facets, store] = await Promise.all([
        this.client.request('history.list', { ...this.filter, limit, offset: 0 }),
        this.client.request('history.facets', {}),
        this.client.request('store.state', {}),
      ]);
      if (asked !== this.#asked) return;
      this.page = page;
      this.facets = facets;
      this.store = store;
    });
    if (asked !== this.#asked) return;
    this.isLoading = false;
    // Only what reading had said is over: why something else failed stays to be read.
    if (isRead && this.#couldNotRead) this.problem = undefined;
    this.#couldNotRead = !isRead;
  }

  #changed(): void {
    this.#isStale = true;
    if (!this.#isShown || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isShown) void this.load();
    }, SETTLE_MS);
  }

  #replace(entry: HistoryEntry): void {
    const { page } = this;
    if (page === undefined) return;
    const entries = page.entries.map((one) => (one.id === entry.id ? entry : one));
    this.page = { ...page, entries };
  }

  async #get<T>(read: () => Promise<T>): Promise<T | undefined> {
    let found: T | undefined;
    await this.#try(async () => {
      found = await read();
    });
    return found;
  }

  /** Whether it went well; else `problem` says why. */
  async #try(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (thrown) {
      this.problem = toWireError(thrown);
      return false;
    }
  }
}
