import { toWireError } from '../../src-main/contract/index.js';
import type {
  Client,
  ExperimentPlanInput,
  ExperimentResult,
  ExperimentStatus,
  WireError,
} from '../../src-main/contract/index.js';

type Act = 'pause' | 'resume' | 'stop';

/** The experiments of this lab's life, and what one of them has found. The lab has them for all windows. */
export class Experiments {
  /** The oldest first, as the lab lists them. */
  list = $state.raw<readonly ExperimentStatus[]>([]);
  /** True once the lab has answered. */
  known = $state(false);
  problem = $state.raw<WireError>();
  starting = $state(false);
  /** What the one shown is asked to do, until the lab has said that it does. */
  acting = $state.raw<{ id: string; act: Act }>();
  chosenId = $state<string>();
  /** Of the chosen one: thousands of values, so of no other. */
  result = $state.raw<ExperimentResult>();
  /** True once the lab has said what there is of the chosen one. */
  isRead = $state(false);
  #pushes = 0;
  readonly #stops: (() => void)[];

  constructor(private readonly client: Client) {
    this.#stops = [
      client.on('experiments.status', (status) => this.#take(status)),
      client.on('experiments.result', ({ id, result }) => {
        if (id !== this.chosenId) return;
        this.#pushes += 1;
        this.#show(result);
      }),
      client.on('client.behind', () => void this.load()),
    ];
  }

  get chosen(): ExperimentStatus | undefined {
    return this.list.find(({ id }) => id === this.chosenId);
  }

  /** The newest is shown unless one has been chosen. */
  async load(): Promise<void> {
    try {
      const { experiments } = await this.client.request('experiments.list', {});
      this.list = experiments;
      this.known = true;
      const shown = this.chosen ?? experiments[experiments.length - 1];
      if (shown === undefined) this.#forget();
      else await this.choose(shown.id);
    } catch (thrown) {
      this.problem = toWireError(thrown);
      this.known = true;
    }
  }

  async choose(id: string): Promise<void> {
    if (id !== this.chosenId) this.#forget(id);
    const before = this.#pushes;
    try {
      const { result } = await this.client.request('experiments.result', { id });
      // Another was chosen, or it has told more by itself meanwhile.
      if (id !== this.chosenId || before !== this.#pushes) return;
      this.#show(result);
    } catch (thrown) {
      if (id === this.chosenId) this.#fail(thrown);
    }
  }

  /** True when the lab has taken it; it is shown then. */
  async start(plan: ExperimentPlanInput): Promise<boolean> {
    this.problem = undefined;
    this.starting = true;
    try {
      const status = await this.client.request('experiments.start', plan);
      this.#take(status);
      await this.choose(status.id);
      return true;
    } catch (thrown) {
      this.#fail(thrown);
      return false;
    } finally {
      this.starting = false;
    }
  }

  async act(id: string, act: Act): Promise<void> {
    if (this.acting?.id === id && this.acting.act === act) return;
    this.problem = undefined;
    this.acting = { id, act };
    try {
      if (act === 'stop') await this.client.request('experiments.stop', { id });
      else this.#take(await this.client.request(`experiments.${act}`, { id }));
    } catch (thrown) {
      this.acting = undefined;
      this.#fail(thrown);
    }
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
  }

  #take(status: ExperimentStatus): void {
    const before = this.list.find(({ id }) => id === status.id);
    // An answer that was on its way while it ended.
    if (before?.state === 'ended' && status.state !== 'ended') return;
    this.list =
      before === undefined
        ? [...this.list, status]
        : this.list.map((one) => (one.id === status.id ? status : one));
    if (status.id === this.acting?.id && isDone(this.acting.act, status.state)) {
      this.acting = undefined;
    }
    // The last push may have been dropped.
    const hasEnded = status.state === 'ended' && before?.state !== 'ended';
    if (hasEnded && status.id === this.chosenId) void this.choose(status.id);
  }

  #show(result: ExperimentResult | undefined): void {
    this.result = result;
    this.isRead = true;
  }

  #forget(id?: string): void {
    this.chosenId = id;
    this.result = undefined;
    this.isRead = false;
  }

  #fail(thrown: unknown): void {
    this.problem = toWireError(thrown);
    this.isRead = true;
  }
}

function isDone(act: Act, state: ExperimentStatus['state']): boolean {
  if (state === 'ended') return true;
  if (act === 'pause') return state === 'paused';
  return act === 'resume' && state !== 'paused';
}
