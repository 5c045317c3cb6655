import type { Client } from '../../contract/index.js';
import { formatInstances } from '../format/instances.js';
import { frameLines } from '../format/live-frame.js';
import { keyActions } from './keys.js';
import type { KeyAction } from './keys.js';
import type { PsOptions } from './options.js';
import { Screen } from './screen.js';
import { sortRows } from './sort.js';
import { Watched } from './watched.js';

/** Faster than this nobody reads. */
const DRAW_EVERY_MS = 100;
const FINE = ['rssBytes', 'pssBytes', 'privateDirtyBytes'];

/** The table on the terminal, until `q` or Ctrl+C. */
export async function showLive(client: Client, options: PsOptions, cores: number): Promise<void> {
  const table = new LiveTable(client, options, cores);
  try {
    await table.show();
  } finally {
    table.close();
  }
}

class LiveTable {
  readonly #screen = new Screen();
  readonly #watched: Watched;
  #sort;
  #all;
  #isReversed = false;
  #scroll = 0;
  #timer: NodeJS.Timeout | undefined;
  #quit: () => void = () => undefined;

  constructor(
    client: Client,
    private readonly options: PsOptions,
    private readonly cores: number,
  ) {
    this.#sort = options.sort;
    this.#all = options.all;
    const soon = (): void => this.#drawSoon();
    this.#watched = new Watched(
      client,
      { all: options.all, filters: options.filters },
      { changed: soon, gone: soon, sampled: soon, host: soon, origins: soon },
    );
  }

  async show(): Promise<void> {
    const quit = new Promise<void>((resolve) => (this.#quit = resolve));
    this.#listen();
    this.#screen.open();
    this.#draw();
    const started = this.#watched.start(FINE.includes(this.options.memory?.name ?? ''));
    await Promise.race([quit, started]);
    this.#draw();
    await quit;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#watched.stop();
    this.#screen.close();
    process.stdin.off('data', this.#onInput);
    process.stdin.pause();
    process.stdout.off('resize', this.#draw);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, this.#onSignal);
  }

  #listen(): void {
    process.stdin.on('data', this.#onInput);
    process.stdout.on('resize', this.#draw);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, this.#onSignal);
  }

  readonly #onSignal = (): void => this.#quit();

  readonly #onInput = (input: Buffer): void => {
    for (const action of keyActions(input.toString('utf8'))) this.#act(action);
    this.#draw();
  };

  #act(action: KeyAction): void {
    if (action.do === 'quit') this.#quit();
    else if (action.do === 'reverse') this.#isReversed = !this.#isReversed;
    else if (action.do === 'all') this.#watched.all = this.#all = !this.#all;
    else if (action.do === 'sort') [this.#sort, this.#isReversed] = [action.by, false];
    else {
      const page = Math.max(1, this.#screen.size.rows - 6);
      const lines = (action.lines ?? 0) + (action.pages ?? 0) * page;
      const most = Math.max(0, this.#watched.rows().length - 1);
      this.#scroll = Math.min(most, Math.max(0, this.#scroll + lines));
    }
  }

  #drawSoon(): void {
    this.#timer ??= setTimeout(this.#draw, DRAW_EVERY_MS);
  }

  readonly #draw = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { cores, options } = this;
    const { memory } = options;
    const ways = { ...(memory && { memory }), isReversed: this.#isReversed };
    const rows = sortRows(this.#watched.rows(), this.#sort, ways);
    this.#screen.draw(
      frameLines({
        table: formatInstances(rows, { ...(memory && { memory }), cores, nowMs: Date.now() }),
        counts: this.#watched.counts(),
        host: this.#watched.host,
        problems: this.#watched.problems(),
        sortedBy: this.#isReversed ? `${this.#sort}, reversed` : this.#sort,
        cores,
        scroll: this.#scroll,
        ...this.#screen.size,
      }),
    );
  };
}
