import type { Client } from '../../../../../src-main/contract/index.js';
import { t } from '../../../../i18n/index.js';
import { FrameCommit } from '../../../../state/frame.js';
import { LogSession } from '../../../../state/log-session.svelte.js';
import { LogBuffer } from './log-buffer.js';
import { LogSearch, MOST_MATCHES } from './log-search.js';
import type { Match } from './log-search.js';

const TAIL_LINES = 1000;

/** A log as it is shown: what came, what is searched for. Readers run again once a frame at most. */
export class LogView {
  session = $state.raw<LogSession>();
  current = $state.raw<Match>();
  readonly #buffer = new LogBuffer();
  readonly #search = new LogSearch();
  #version = $state(0);
  readonly #frame = new FrameCommit(() => this.#commit());

  constructor(
    private readonly client: Client,
    private readonly instanceId: string,
  ) {}

  get buffer(): LogBuffer {
    return tracked(this.#version, this.#buffer);
  }

  get search(): LogSearch {
    return tracked(this.#version, this.#search);
  }

  /** From its last lines on; what was there before goes. */
  open(): void {
    this.close();
    this.#buffer.clear();
    this.current = undefined;
    this.session = new LogSession(this.client, this.instanceId, TAIL_LINES, (logs) => {
      this.#buffer.add(logs.lines, logs.skippedLines);
      this.#frame.request();
    });
    this.#commit();
  }

  close(): void {
    this.session?.close();
    this.#frame.cancel();
  }

  look(query: string, near: number): void {
    this.#search.look(query, this.#buffer);
    this.current = this.#search.matches[this.#search.indexFrom(near)] ?? this.#search.matches[0];
    this.#version += 1;
  }

  /** The next match, or the one before; around at the ends. */
  step(by: 1 | -1): void {
    const { matches } = this.#search;
    const at = this.current === undefined ? -1 : matches.indexOf(this.current);
    const from = at === -1 && by === -1 ? 0 : at;
    this.current = matches[(from + by + matches.length) % matches.length];
  }

  get found(): string {
    const { query, matches, isFull } = this.search;
    if (query === '') return '';
    if (matches.length === 0) return t('none');
    const at = this.current === undefined ? 0 : matches.indexOf(this.current) + 1;
    return t('{{at}} of {{all}}', {
      at: Math.max(1, at),
      all: isFull ? `${String(MOST_MATCHES)}+` : matches.length,
    });
  }

  #commit(): void {
    this.#search.follow(this.#buffer);
    if (this.current !== undefined && this.current.number < this.#buffer.first) {
      this.current = this.#search.matches[0];
    }
    this.#version += 1;
  }
}

/** Reading the version is what ties the reader to it. */
function tracked<T>(_version: number, value: T): T {
  return value;
}
