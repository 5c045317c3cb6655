import { randomBytes } from 'node:crypto';
import type { ContainerCreateOptions } from 'dockerode';
import { monotonicMs } from '../../../metrics/index.js';
import type { Ending, LiveRun, RunObserver } from '../../runtime.js';
import type { Engine } from '../engine/engine.js';
import { OWNER_LABEL, RUN_LABEL } from '../labels.js';
import { liveRuns } from '../live-runs.js';
import { thisOwner } from '../../owner.js';
import { toLabError } from '../refusals.js';
import { attach } from './attach.js';
import type { Attached } from './attach.js';
import { BOUNDS } from './bounds.js';
import { concludeRun } from './conclude.js';
import { Metering } from './meters.js';
import { observeProcess } from './process.js';
import {
  SHORT_MS,
  createContainer,
  freezeContainer,
  killContainer,
  removeContainer,
  startContainer,
} from './requests.js';
import { marksOf } from './marks/marks.js';
import { waitForExit } from './wait.js';
import type { Exit } from './wait.js';

export interface ContainerPlan {
  engine: Engine;
  /** For the container's name: `hello`. */
  title: string;
  options: ContainerCreateOptions;
  hasNetwork: boolean;
  stdinPath?: string;
  /** Only the times of its start and its end are taken. */
  isOnlyTimed: boolean;
}

/** One container from its creation to its removal. */
export class ContainerRun implements LiveRun {
  readonly ended: Promise<Ending>;
  readonly #engine: Engine;
  readonly #runId = randomBytes(8).toString('hex');
  readonly #name: string;
  #id = '';
  #killed = false;
  #frozen = false;
  #resolveEnded!: (ending: Ending) => void;
  #loseSight!: (exit: Exit) => void;
  /** Resolves when the engine no longer answers about this container. */
  readonly #lost: Promise<Exit>;

  private constructor(
    private readonly plan: ContainerPlan,
    private readonly observer: RunObserver,
  ) {
    this.#engine = plan.engine;
    this.#name = `paralelo-${plan.title}-${this.#runId}`;
    this.ended = new Promise((resolve) => (this.#resolveEnded = resolve));
    this.#lost = new Promise((resolve) => (this.#loseSight = resolve));
  }

  /** Rejects with LabError when the container could not be started; nothing is left of it then. */
  static async launch(plan: ContainerPlan, observer: RunObserver): Promise<LiveRun> {
    const run = new ContainerRun(plan, observer);
    liveRuns.add(run.#runId);
    try {
      await run.#start();
      return run;
    } catch (thrown) {
      // By name: when the engine did not answer the creation, there is no id.
      await removeContainer(plan.engine, run.#name);
      liveRuns.delete(run.#runId);
      throw toLabError(plan.engine, thrown);
    }
  }

  async kill(): Promise<void> {
    if (this.#killed) return;
    this.#killed = true;
    // What is killed while it is frozen stays frozen in Podman: it is removed all the same, at the latest by the clean-up.
    if (this.#frozen) await this.unpause().catch(() => undefined);
    const answered = await killContainer(this.#engine, this.#id);
    if (!answered) this.#loseSight({ lost: true, atMs: monotonicMs() });
  }

  async pause(): Promise<void> {
    await this.#freeze('pause');
    this.#frozen = true;
  }

  async unpause(): Promise<void> {
    await this.#freeze('unpause');
    this.#frozen = false;
  }

  async #freeze(action: 'pause' | 'unpause'): Promise<void> {
    try {
      await freezeContainer(this.#engine, this.#id, action);
    } catch (thrown) {
      throw toLabError(this.#engine, thrown);
    }
  }

  async #start(): Promise<void> {
    this.observer.phase('create', BOUNDS.create);
    const labels = { [RUN_LABEL]: this.#runId, [OWNER_LABEL]: thisOwner() };
    this.#id = await createContainer(this.#engine, this.#name, {
      ...this.plan.options,
      Labels: labels,
    });
    this.observer.phase('start', BOUNDS.start);
    this.observer.instance(this.#id);
    const giveUp = new AbortController();
    const [output, waiting] = await Promise.all([
      attach(this.#engine, this.#id, this.plan.stdinPath, this.observer),
      waitForExit(this.#engine, this.#id, giveUp.signal),
    ]).catch((thrown: unknown) => {
      giveUp.abort();
      throw thrown;
    });
    const disconnect = () => {
      output.close();
      waiting.close();
    };
    try {
      await this.#begin(output, waiting.exit);
    } catch (thrown) {
      disconnect();
      throw thrown;
    }
    void this.ended.then(disconnect);
  }

  /** The start itself. The guest may have said something, or be gone, before the engine answers. */
  async #begin(output: Attached, engineExit: Promise<Exit>): Promise<void> {
    const { hasNetwork } = this.plan;
    const metering = new Metering(this.#engine, this.#id, this.observer);
    const started = startContainer(this.#engine, this.#id);
    const observed = this.#isRead()
      ? observeProcess(this.#engine, this.#id, started, metering, this.observer)
      : Promise.resolve();
    output.feed();
    const beganAtMs = await Promise.race([
      output.firstOutput,
      engineExit.then(({ atMs }) => atMs),
      started.then(monotonicMs),
    ]);
    this.observer.phase('main', BOUNDS.main, beganAtMs);
    if (this.#isRead()) metering.begin(hasNetwork);
    this.observer.marks(marksOf(this.#engine, this.#id));
    // Podman 4.3 does not tell of a kill for memory: only the cgroup does, until it is removed.
    void output.closed.then(() => metering.lastLook());
    await started;
    const exit = Promise.race([engineExit, this.#lost]);
    void this.#follow(exit, beganAtMs, output, metering, observed);
  }

  /**
   * Not one that is only timed: a question in its start keeps the engine busy, a look at its cgroup the lab. Of Podman's
   * it is the cgroup alone that tells of a kill for memory.
   */
  #isRead(): boolean {
    return !this.plan.isOnlyTimed || this.#engine.id === 'podman';
  }

  async #follow(
    exit: Promise<Exit>,
    beganAtMs: number,
    output: Attached,
    metering: Metering,
    observed: Promise<void>,
  ): Promise<void> {
    const { ending, endedAtMs } = await concludeRun({
      engine: this.#engine,
      containerId: this.#id,
      beganAtMs,
      exit,
      output,
      oomKills: () => metering.oomKills(),
      wasKilled: () => this.#killed,
    });
    if (endedAtMs !== undefined) this.observer.phase('exit', BOUNDS.exit, endedAtMs);
    await observed;
    metering.close();
    const isLost = ending.errorCode === 'engine-lost';
    await removeContainer(this.#engine, this.#id, isLost ? SHORT_MS : undefined);
    // From here on what could not be removed is an orphan: cleaned up when the engine is back.
    liveRuns.delete(this.#runId);
    this.#resolveEnded(ending);
  }
}
