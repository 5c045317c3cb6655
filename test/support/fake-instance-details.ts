import { DEFAULT_PREFERENCES } from '../../src-main/contract/index.js';
import { LabError, toWireError } from '../../src-main/contract/index.js';
import type {
  Answers,
  Instance,
  InstanceAction,
  LogLine,
  MonitorSettings,
} from '../../src-main/contract/index.js';
import { ALERTS, DETAILS, fakeLogLines, PROCESSES, WEB } from './fake-instance-data.js';
import { fakeSamples } from './fake-instance-samples.js';
import { FakeLab } from './fake-lab.js';
import type { FakeLabOptions } from './fake-lab.js';

const MIB = 1024 ** 2;
const HISTORY_MS = 240_000;

export interface FakeDetailsOptions extends FakeLabOptions {
  instance?: Instance;
  /** `instances.act` is refused. */
  refuses?: boolean;
  /** Until `release`, actions do not end. */
  holdsActions?: boolean;
  /** Every request about the instance is refused. */
  isGone?: boolean;
  logLines?: number;
}

/** A pretended lab that also answers what the details of an instance ask. */
export class FakeDetailsLab extends FakeLab {
  readonly asked: { name: string; params: Record<string, unknown> }[] = [];
  readonly openLogs = new Set<string>();
  monitor: MonitorSettings | undefined;
  #logs = 0;
  #release: () => void = () => undefined;

  constructor(readonly details: FakeDetailsOptions = {}) {
    super(details);
  }

  get instance(): Instance {
    return this.details.instance ?? WEB;
  }

  override async invoke(name: string, params: unknown): Promise<unknown> {
    if (!name.startsWith('instances.') && !name.startsWith('monitor.')) {
      return super.invoke(name, params);
    }
    await Promise.resolve();
    const known = params as Record<string, unknown>;
    this.asked.push({ name, params: known });
    try {
      return { result: structuredClone(await this.#answer(name, known)) };
    } catch (thrown) {
      return { error: toWireError(thrown) };
    }
  }

  /** Ends the action under way. */
  release(): void {
    this.#release();
  }

  pushLogs(lines: LogLine[], skippedLines = 0): void {
    for (const logId of this.openLogs) this.push('instances.logs', { logId, lines, skippedLines });
  }

  #answer(name: string, params: Record<string, unknown>): unknown {
    if (this.details.isGone === true && name !== 'monitor.alerts') {
      throw new LabError(
        'unknown-instance',
        'There is no instance with this id any more.',
        'It was removed; choose another one.',
      );
    }
    switch (name) {
      case 'instances.history':
        return {
          samples:
            this.instance.state === 'running' ? fakeSamples(this.instance, 0, HISTORY_MS) : [],
        };
      case 'instances.details':
        return DETAILS(this.instance.id);
      case 'instances.processes':
        return { processes: PROCESSES };
      case 'instances.act':
        return this.#act(params.action as InstanceAction);
      case 'instances.asRun':
        return this.#asRun();
      case 'instances.openLogs':
        return this.#openLog();
      case 'instances.closeLogs':
        this.openLogs.delete(String(params.logId));
        return {};
      case 'monitor.alerts':
        return { alerts: ALERTS };
      case 'monitor.configure':
        this.monitor = params as MonitorSettings;
        return {
          settings: { runtimePaths: {}, monitor: this.monitor, ...DEFAULT_PREFERENCES },
          path: '/home/ada/.config/paralelo/settings.json',
        };
      default:
        throw new Error(`The pretended lab does not answer ${name}.`);
    }
  }

  async #act(action: InstanceAction): Promise<Record<string, never>> {
    if (this.details.refuses === true) {
      throw new LabError(
        'action-failed',
        `Docker did not ${action} shop-web-1: the container is in use.`,
        'Wait until it is free, or look at what the engine logs with `journalctl -u docker`.',
      );
    }
    if (this.details.holdsActions === true) {
      await new Promise<void>((done) => (this.#release = done));
    }
    return {};
  }

  #asRun(): Answers['instances.asRun'] {
    return {
      request: {
        runtime: 'docker:runc',
        workload: {
          kind: 'image',
          ref: 'registry.example/shop/web:2.4.1',
          args: ['node', 'a b.js'],
        },
        limits: { memoryBytes: 128 * MIB, cpus: 1.5 },
        grants: {
          env: { NODE_ENV: 'production' },
          volumes: [{ hostPath: '/srv/data', guestPath: '/data', readOnly: true }],
          network: 'bridge',
        },
        privileges: {
          capAdd: ['NET_RAW'],
          readOnlyRoot: false,
          noNewPrivileges: false,
          seccomp: 'default',
        },
      },
      leftOut: [
        'Its published port 8080 is not published.',
        'Its restart policy `always` is left out.',
      ],
    };
  }

  #openLog(): { logId: string } {
    if (this.instance.kind === 'wasm') {
      throw new LabError(
        'no-logs',
        'mandelbrot.wasm writes to the terminal that it was started from.',
        'Look there, or start it from the Lab: its output is kept then.',
      );
    }
    this.#logs += 1;
    const logId = `log-${String(this.#logs)}`;
    this.openLogs.add(logId);
    const lines = fakeLogLines(this.details.logLines ?? 60);
    setTimeout(() => this.push('instances.logs', { logId, lines, skippedLines: 0 }), 0);
    return { logId };
  }
}
