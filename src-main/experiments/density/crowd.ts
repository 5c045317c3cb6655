import type { PlanOf, RunRequestInput, RuntimeInfo, Workload } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import type { SharedHost } from '../../runtimes/v8/index.js';
import type { ExperimentContext, Held } from '../experiment.js';
import { memberOf, processMember } from './member.js';
import type { Member } from './member.js';

/** Longer than any ladder: who holds an instance ends it. */
const HOLD = '240h';
const REFUSED = /^refused at /;

/** Instances of one contender that hold their memory at once. */
export interface Crowd {
  /** One more; resolves with how long it took until it held. Rejects with an Error that says why there is none. */
  add(signal: AbortSignal): Promise<number>;
  /** As many as were added, or one for all that share a process. */
  members(): readonly Member[];
  /** Why one of them has ended without being asked to. */
  loss(): string | undefined;
  /** Ends all; resolves when nothing of them is left. */
  end(): Promise<void>;
}

type Density = ExperimentContext<'density'>;

function workloadOf({ holdBytes }: PlanOf<'density'>, hold: readonly string[]): Workload {
  const size = String(holdBytes);
  return { kind: 'twin', ref: 'grow', args: ['--to', size, '--step', size, ...hold] };
}

/** Each is a run like any other: a container, or a process of a Wasm runtime. */
export class SeparateCrowd implements Crowd {
  readonly #held: Held[] = [];
  readonly #members: Member[] = [];
  readonly #request: RunRequestInput;
  #loss: string | undefined;

  constructor(
    private readonly info: RuntimeInfo,
    private readonly context: Pick<Density, 'plan' | 'hold'>,
  ) {
    const { limits, grants } = context.plan;
    this.#request = {
      runtime: info.id,
      workload: workloadOf(context.plan, ['--hold', HOLD]),
      limits,
      ...(grants === undefined ? {} : { grants }),
      // They are all read after each start instead.
      unsampled: true,
    };
  }

  async add(signal: AbortSignal): Promise<number> {
    const held = await this.context.hold(this.#request, signal);
    this.#held.push(held);
    if (REFUSED.test(held.said))
      throw new Error('Its guest was refused the memory that it was to hold.');
    void held.ended.then(({ outcome }) => (this.#loss ??= outcome.reason));
    this.#members.push(memberOf(this.info.kind, held.instance));
    return held.startMs;
  }

  members(): readonly Member[] {
    return this.#members;
  }

  loss(): string | undefined {
    return this.#loss;
  }

  async end(): Promise<void> {
    // An engine that is gone cannot end its own; they are cleaned up when it is back.
    await Promise.allSettled(this.#held.map((held) => held.release()));
  }
}

/** All of them in one process of V8. The first one's start has that of the process in it. */
export class SharedCrowd implements Crowd {
  #host: SharedHost | undefined;
  #loss: string | undefined;

  constructor(private readonly context: Pick<Density, 'plan' | 'openSharedHost'>) {}

  async add(signal: AbortSignal): Promise<number> {
    const beganMs = monotonicMs();
    if (signal.aborted) throw new Error('It was stopped.');
    const host = (this.#host ??= await this.#open());
    // A host that is closed tells its waiting instance so.
    const stop = (): void => void host.close();
    signal.addEventListener('abort', stop);
    try {
      await host.add();
    } finally {
      signal.removeEventListener('abort', stop);
    }
    return monotonicMs() - beganMs;
  }

  members(): readonly Member[] {
    return this.#host === undefined ? [] : [processMember(this.#host.pid)];
  }

  loss(): string | undefined {
    return this.#loss;
  }

  async end(): Promise<void> {
    await this.#host?.close();
  }

  async #open(): Promise<SharedHost> {
    const host = await this.context.openSharedHost(workloadOf(this.context.plan, []));
    void host.ended.then((why) => (this.#loss = why));
    return host;
  }
}
