import { toWireError } from '../../src-main/contract/index.js';
import type {
  Client,
  IsolationMatrix,
  ProbeProgress,
  Pushes,
  RequestParams,
  WireError,
} from '../../src-main/contract/index.js';
import { merged } from './probe-results.js';

/** The matrix of the lab, as it grows. The lab has one for all windows. */
export class Probes {
  matrix = $state.raw<IsolationMatrix>();
  progress = $state.raw<ProbeProgress>({ isRunning: false, done: 0, total: 0 });
  problem = $state.raw<WireError>();
  /** True once the lab has answered. */
  known = $state(false);
  stopping = $state(false);
  #asking = false;
  #wishes = 0;
  readonly #stop: () => void;

  constructor(private readonly client: Client) {
    this.#stop = client.on('isolation.probed', (push) => this.#take(push));
  }

  /** Asked while it is being asked, it asks once more: what came in between may not be in the answer. */
  async load(): Promise<void> {
    this.#wishes += 1;
    if (this.#asking) return;
    this.#asking = true;
    for (let served = -1; served !== this.#wishes;) {
      served = this.#wishes;
      await this.#ask();
    }
    this.known = true;
    this.#asking = false;
  }

  async #ask(): Promise<void> {
    try {
      const { matrix, progress } = await this.client.request('isolation.matrix', {});
      this.matrix = matrix;
      this.progress = progress;
    } catch (thrown) {
      this.problem = toWireError(thrown);
    }
  }

  async start(request: RequestParams<'isolation.probe'>): Promise<void> {
    this.problem = undefined;
    try {
      this.progress = await this.client.request('isolation.probe', request);
      await this.load();
    } catch (thrown) {
      this.problem = toWireError(thrown);
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    try {
      await this.client.request('isolation.stopProbe', {});
    } catch (thrown) {
      this.problem = toWireError(thrown);
      this.stopping = false;
    }
  }

  destroy(): void {
    this.#stop();
  }

  #take({ progress, results }: Pushes['isolation.probed']): void {
    const isNew = progress.isRunning && !this.progress.isRunning;
    this.progress = progress;
    if (this.matrix !== undefined && results.length > 0) {
      this.matrix = { ...this.matrix, results: merged(this.matrix.results, results) };
    }
    if (!progress.isRunning) this.stopping = false;
    // Which attempts and runtimes there are, and how it ended, is told only when asked.
    const isUnknown = isNew || this.#asking || this.matrix === undefined;
    if (isUnknown || !progress.isRunning) void this.load();
  }
}
