import { toWireError } from '../../contract/index.js';
import type { ScrapeSettings, ScrapeState } from '../../contract/index.js';
import type { LiveNumbers } from './live-numbers.js';
import { serveScrapes } from './server.js';
import type { ScrapeServer } from './server.js';

/** The scrape endpoint as the settings want it. Off in a lab that no window has: commands would fight for the port. */
export class ScrapeEndpoint {
  #server: ScrapeServer | undefined;
  #port: number | undefined;
  #problem: ScrapeState['problem'];
  #work: Promise<void> = Promise.resolve();

  constructor(
    private readonly numbers: LiveNumbers,
    private readonly isOffered: boolean,
  ) {}

  state(): ScrapeState {
    return {
      isOffered: this.isOffered,
      ...(this.#server === undefined ? {} : { url: this.#server.url }),
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
    };
  }

  /** One change after the other. Never rejects: what went wrong is in the state. */
  obey(settings: ScrapeSettings): Promise<void> {
    this.#work = this.#work.then(() => this.#become(settings));
    return this.#work;
  }

  async close(): Promise<void> {
    await this.obey({ enabled: false, port: 0 });
    this.numbers.close();
  }

  async #become({ enabled, port }: ScrapeSettings): Promise<void> {
    const wanted = enabled && this.isOffered ? port : undefined;
    if (this.#server !== undefined && wanted === this.#port) return;
    await this.#server?.close();
    this.#server = this.#problem = undefined;
    this.#port = wanted;
    if (wanted === undefined) return;
    try {
      this.#server = await serveScrapes(wanted, () => this.numbers.read());
    } catch (thrown) {
      this.#problem = toWireError(thrown);
    }
  }
}
