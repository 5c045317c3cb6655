import type {
  ConfigurationGroup,
  Instance,
  InstanceAction,
  InstanceAsRun,
  InstanceEvent,
  InstanceProcess,
  IsolationFact,
  LogLine,
} from '../../contract/index.js';
import { createProcessMeter } from '../../metrics/index.js';
import type { Meter } from '../../metrics/index.js';
import type { FoundInstance, ProfileParts } from '../instances.js';
import { act } from './details/act.js';
import { asRun } from './details/as-run.js';
import { configuration } from './details/configuration.js';
import { isolation } from './details/isolation.js';
import { followLogs } from './details/logs.js';
import { processesOf } from './details/processes.js';
import { profile } from './details/profile.js';
import { ModuleReader } from './module-profile.js';
import type { ProcPlace } from './scan/proc-files.js';
import type { Sighting } from './scan/scanner.js';
import type { Tracked } from './scan/tracked.js';
import { subjectOf } from './subject.js';
import type { Subject } from './subject.js';
import { viewOf } from './view.js';

/** InstanceOrigin.id of all of them. */
export const ORIGIN = 'processes';

export class WasmProcess implements FoundInstance {
  readonly origin = ORIGIN;
  readonly view: Instance;

  private constructor(
    private readonly subject: Subject,
    private readonly module: ModuleReader,
    private readonly tracked: Tracked,
    private readonly isPaused: boolean,
    private readonly execs: number,
  ) {
    this.view = viewOf(subject, isPaused);
  }

  /** What was known before of the same process is kept, unless it runs another program since. */
  static seen(place: ProcPlace, sighting: Sighting, before?: WasmProcess): WasmProcess {
    const { tracked, isPaused } = sighting;
    if (before?.tracked === tracked) {
      return new WasmProcess(before.subject, before.module, tracked, isPaused, before.execs);
    }
    const subject = subjectOf(place, sighting);
    const execs = before === undefined ? 0 : before.execs + 1;
    return new WasmProcess(subject, new ModuleReader(subject), tracked, isPaused, execs);
  }

  get life(): string {
    return this.execs === 0 ? this.view.id : `${this.view.id}.${this.execs}`;
  }

  /** Whether nothing has changed since. */
  shows({ tracked, isPaused }: Sighting): boolean {
    return tracked === this.tracked && isPaused === this.isPaused;
  }

  openMeter({ fineMemory }: { fineMemory: boolean }): Meter {
    const { pid, startTicks, place, runtime } = this.subject;
    return createProcessMeter({
      pid,
      startTicks,
      fineMemory,
      procRoot: place.procRoot,
      ...(runtime.reservedBytes === undefined
        ? {}
        : { linearReservedBytes: runtime.reservedBytes }),
      linearMaxBytes: (memories) => this.module.maximumBytes(memories),
    });
  }

  async isolation(): Promise<IsolationFact[]> {
    return isolation(this.subject, await this.module.read());
  }

  async profile(): Promise<ProfileParts> {
    return profile(this.subject, await this.module.read(), this.linearBytes());
  }

  /** Once, for less than a millisecond; undefined where it cannot be seen from outside. */
  private linearBytes(): number | undefined {
    const meter = this.openMeter({ fineMemory: false });
    try {
      return meter.read()?.memory.linearBytes;
    } finally {
      meter.close();
    }
  }

  async configuration(): Promise<ConfigurationGroup[]> {
    return configuration(this.subject, await this.module.read());
  }

  processes(): Promise<InstanceProcess[]> {
    return Promise.resolve(processesOf(this.subject));
  }

  pastEvents(): Promise<InstanceEvent[]> {
    const { id, startedAtIso } = this.view;
    return Promise.resolve(
      startedAtIso === undefined
        ? []
        : [
            {
              instanceId: id,
              atIso: startedAtIso,
              action: 'start',
              detail: `pid ${this.subject.pid}`,
            },
          ],
    );
  }

  act(action: InstanceAction): Promise<void> {
    return act(this.subject, this.view.name, action);
  }

  asRun(): Promise<InstanceAsRun> {
    return new Promise((resolve) => resolve(asRun(this.subject)));
  }

  logs(
    options: { tail: number; signal: AbortSignal },
    deliver: (lines: LogLine[]) => Promise<void> | void,
  ): Promise<void> {
    return followLogs(this.subject, options, deliver);
  }
}
