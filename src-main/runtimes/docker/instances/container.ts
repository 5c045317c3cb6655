import type {
  ConfigurationGroup,
  Instance,
  InstanceAction,
  InstanceAsRun,
  InstanceEvent,
  InstanceProcess,
  IsolationFact,
  LogLine,
} from '../../../contract/index.js';
import { factsOnceEffective } from '../effective.js';
import { createCgroupMeter } from '../../../metrics/index.js';
import type { Meter } from '../../../metrics/index.js';
import type { FoundInstance, Neighbour, ProfileParts } from '../../instances.js';
import type { Engine } from '../engine/engine.js';
import { isOnThisKernel, openStreamedMeter } from '../stats-stream.js';
import { act } from './act.js';
import { asRun } from './as-run.js';
import { configurationOf } from './configuration.js';
import { toInstanceError } from './errors.js';
import { hereOf } from './here.js';
import type { Inspected } from './inspected.js';
import { followLogs } from './logs.js';
import { pastEvents } from './past-events.js';
import { processesOf } from './processes.js';
import { profileOf } from './profile.js';
import { inspect } from './questions.js';
import { lifeOf, pidOf, toInstance } from './view.js';

/** A container as it was when it was looked at last; what is asked of it is asked of its engine anew. */
export class FoundContainer implements FoundInstance {
  readonly view: Instance;
  readonly origin: string;
  readonly life?: string;

  constructor(
    private readonly engine: () => Engine,
    inspected: Inspected,
    private readonly ociRuntime?: string,
  ) {
    const life = lifeOf(inspected);
    this.view = toInstance(engine(), inspected, ociRuntime);
    this.origin = engine().id;
    if (life !== undefined) this.life = life;
  }

  openMeter({ fineMemory }: { fineMemory: boolean }): Meter {
    const { id: containerId, pid } = this.view;
    const engine = this.engine();
    if (!engine.info.local || pid === undefined || isOnThisKernel(pid, containerId) === false) {
      return openStreamedMeter(engine, containerId);
    }
    return createCgroupMeter({ pid, containerId, fineMemory, isWatchedOnly: true });
  }

  isolation(): Promise<IsolationFact[]> {
    return this.#ask('read the isolation of', async (engine) => {
      const { inspected, document } = await inspect(engine, this.view.id);
      const rootless = engine.facts.rootless;
      return await factsOnceEffective({
        inspect: document,
        rootless,
        ...hereOf(engine, inspected),
      });
    });
  }

  profile(neighbours: readonly Neighbour[]): Promise<ProfileParts> {
    return this.#ask('read the isolation of', (engine) =>
      profileOf(engine, this.view.id, neighbours, this.ociRuntime),
    );
  }

  configuration(): Promise<ConfigurationGroup[]> {
    return this.#ask('read the configuration of', async (engine) => {
      const { inspected } = await inspect(engine, this.view.id);
      return configurationOf(inspected, this.ociRuntime);
    });
  }

  processes(): Promise<InstanceProcess[]> {
    return this.#ask('list the processes of', async (engine) => {
      const { inspected } = await inspect(engine, this.view.id);
      const pid = pidOf(inspected);
      return pid === undefined
        ? []
        : processesOf(engine, this.view.id, hereOf(engine, inspected).pid);
    });
  }

  pastEvents(): Promise<InstanceEvent[]> {
    return this.#ask('read the events of', (engine) => pastEvents(engine, this.view));
  }

  act(action: InstanceAction): Promise<void> {
    return act(this.engine(), this.view, action);
  }

  asRun(): Promise<InstanceAsRun> {
    return this.#ask('read the settings of', (engine) => asRun(engine, this.view));
  }

  logs(
    options: { tail: number; signal: AbortSignal },
    deliver: (lines: LogLine[]) => Promise<void> | void,
  ): Promise<void> {
    return followLogs(this.engine(), this.view, options, deliver);
  }

  async #ask<T>(what: string, question: (engine: Engine) => Promise<T>): Promise<T> {
    const engine = this.engine();
    try {
      return await question(engine);
    } catch (thrown) {
      throw toInstanceError(engine, this.view, what, thrown);
    }
  }
}
