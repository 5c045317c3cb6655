import type { Workload } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import type { ExperimentContext } from '../experiment.js';
import type { Start } from './start.js';

type Host = Awaited<ReturnType<ExperimentContext<'startup'>['openSharedHost']>>;

/** One process of V8 in which instance after instance is started; opened when it is first needed. */
export class WarmHost {
  #host: Promise<Host> | undefined;

  constructor(
    private readonly open: ExperimentContext<'startup'>['openSharedHost'],
    private readonly workload: Workload,
  ) {}

  /** Rejects with why there is no new instance; the next one is tried in a new process. */
  async start(): Promise<Start> {
    const host = await (this.#host ??= this.open(this.workload));
    const beganMs = monotonicMs();
    try {
      await host.add();
      return { totalMs: monotonicMs() - beganMs, phases: [] };
    } catch (thrown) {
      await this.close();
      throw thrown;
    }
  }

  async close(): Promise<void> {
    const host = await this.#host?.catch(() => undefined);
    this.#host = undefined;
    await host?.close();
  }
}
