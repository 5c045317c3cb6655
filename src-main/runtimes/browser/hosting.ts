import { LabError } from '../../contract/index.js';
import type { Dispatcher, Warning } from '../../contract/index.js';
import type { GuestPageOpener, OpenedPage } from './opener.js';
import { GuestPages } from './pages.js';
import type { GuestPage } from './pages.js';

/** A browser on a busy machine takes seconds to show its first page. */
const LONGEST_OPENING_MS = 60_000;

export interface HostingOptions {
  dispatcher: Dispatcher;
  opener?: GuestPageOpener;
  /** Of the shell's own windows, where it knows. */
  sandboxedPages?: boolean;
}

/** A page for a guest, and what is known of it. */
export interface Host {
  page: GuestPage;
  warnings: readonly Warning[];
  sandboxed?: boolean;
}

/** Where guests of the runtime `browser` can run: pages that offered themselves, or one opened for them. */
export class GuestHosting {
  readonly pages: GuestPages;
  #opened: Promise<OpenedPage> | undefined;

  constructor(private readonly options: HostingOptions) {
    this.pages = new GuestPages(options.dispatcher.push);
  }

  get opener(): GuestPageOpener | undefined {
    return this.options.opener;
  }

  /** Throws LabError `runtime-not-here` or `host-failed`. */
  async host(): Promise<Host> {
    const { dispatcher, opener, sandboxedPages } = this.options;
    const there = this.pages.choose();
    if (opener === undefined) {
      if (there === undefined) throw noPage();
      return {
        page: there,
        warnings: [],
        ...(sandboxedPages === undefined ? {} : { sandboxed: sandboxedPages }),
      };
    }
    this.#opened ??= this.#open(opener, dispatcher);
    const opened = await this.#opened;
    const page = there ?? (await this.#firstOffer(opened));
    return { page, warnings: opened.warnings, sandboxed: opened.sandboxed };
  }

  /** Closes the browser that was opened, if one was. */
  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => undefined);
    this.#opened = undefined;
    await opened?.close();
  }

  /** A browser that could not be opened, or has ended by itself, is opened anew for the next guest. */
  #open(opener: GuestPageOpener, dispatcher: Dispatcher): Promise<OpenedPage> {
    const opening = opener.open(dispatcher);
    const forget = (): void => {
      if (this.#opened === opening) this.#opened = undefined;
    };
    opening.then(async (opened) => {
      await opened.ended;
      forget();
      await opened.close();
    }, forget);
    return opening;
  }

  async #firstOffer(opened: OpenedPage): Promise<GuestPage> {
    let stop: () => void = () => undefined;
    let timer: NodeJS.Timeout | undefined;
    const offered = new Promise<GuestPage>((resolve) => {
      const look = (): void => {
        const page = this.pages.choose();
        if (page !== undefined) resolve(page);
      };
      stop = this.pages.onChange(look);
      look();
    });
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('it shows no page'), LONGEST_OPENING_MS);
    });
    try {
      const first = await Promise.race([offered, opened.ended, late]);
      if (typeof first !== 'string') return first;
      await this.close();
      throw browserFailed(first);
    } finally {
      stop();
      clearTimeout(timer);
    }
  }
}

function noPage(): LabError {
  return new LabError(
    'runtime-not-here',
    'No window is open that could host the guest.',
    'Open a window of Paralelo, then run it again.',
  );
}

function browserFailed(said: string): LabError {
  return new LabError(
    'host-failed',
    `The browser that was to host the guest did not get so far: ${said}.`,
    'Try the browser by itself, or name another one in PARALELO_CHROMIUM.',
  );
}
