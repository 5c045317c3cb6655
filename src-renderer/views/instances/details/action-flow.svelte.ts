import { toWireError } from '../../../../src-main/contract/index.js';
import type {
  Client,
  Instance,
  InstanceAction,
  WireError,
} from '../../../../src-main/contract/index.js';
import { confirmText } from './action-words.js';

/** From a click to its result: asked for, confirmed where something is lost, under way, done or refused. */
export class ActionFlow {
  /** Waits for a yes. */
  asking = $state<InstanceAction>();
  busy = $state<InstanceAction>();
  done = $state<InstanceAction>();
  problem = $state.raw<WireError>();

  constructor(
    private readonly client: Client,
    private readonly instance: () => Instance,
  ) {}

  /** What is asked before it is done. */
  get question(): string | undefined {
    return this.asking === undefined ? undefined : confirmText(this.asking, this.instance());
  }

  async ask(action: InstanceAction): Promise<void> {
    if (this.busy !== undefined) return;
    this.dismiss();
    if (confirmText(action, this.instance()) === undefined) await this.#act(action);
    else this.asking = action;
  }

  async confirm(): Promise<void> {
    const action = this.asking;
    if (action === undefined || this.busy !== undefined) return;
    this.asking = undefined;
    // It may have changed while the question stood there.
    if (this.instance().actions.includes(action)) await this.#act(action);
  }

  cancel(): void {
    this.asking = undefined;
  }

  dismiss(): void {
    this.asking = undefined;
    this.done = undefined;
    this.problem = undefined;
  }

  async #act(action: InstanceAction): Promise<void> {
    this.busy = action;
    try {
      await this.client.request('instances.act', { id: this.instance().id, action });
      this.done = action;
    } catch (thrown) {
      this.problem = toWireError(thrown);
    } finally {
      this.busy = undefined;
    }
  }
}
