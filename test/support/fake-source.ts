import { LabError } from '../../src-main/contract/index.js';
import type { Instance, LogLine } from '../../src-main/contract/index.js';
import { monotonicMs } from '../../src-main/metrics/index.js';
import type { Meter, Reading } from '../../src-main/metrics/index.js';
import type {
  FoundInstance,
  InstanceSink,
  InstanceSource,
} from '../../src-main/runtimes/instances.js';

/** A source that a test speaks for. */
export class FakeSource implements InstanceSource {
  /** One for each time it was watched. */
  readonly sinks: InstanceSink[] = [];
  stopped = 0;

  constructor(private readonly onWatch: (sink: InstanceSink) => void = () => undefined) {}

  get sink(): InstanceSink {
    const sink = this.sinks.at(-1);
    if (sink === undefined) throw new Error('Nobody watches this source.');
    return sink;
  }

  watch(sink: InstanceSink): () => void {
    this.sinks.push(sink);
    this.onWatch(sink);
    return () => (this.stopped += 1);
  }
}

/** Everything it has is listed at once. */
export function listedSource(...instances: FoundInstance[]): FakeSource {
  return new FakeSource((sink) => {
    sink.origin({ id: 'fake', name: 'Fake', isListed: false });
    for (const instance of instances) sink.found(instance);
    sink.origin({ id: 'fake', name: 'Fake', isListed: true });
  });
}

/** Uses half a core from its first reading on, and counts how often it was read. */
export class FakeMeter implements Meter {
  reads = 0;
  isClosed = false;
  kills: number | undefined;
  values: Partial<Reading> = {};

  constructor(readonly options: { fineMemory: boolean }) {}

  read(): Reading | undefined {
    if (this.isClosed) throw new Error('A closed meter was read.');
    this.reads += 1;
    const atMs = monotonicMs();
    return { atMs, cpuTimeMs: atMs / 2, memory: {}, ...this.values };
  }

  peak() {
    return {};
  }

  oomKills(): number | undefined {
    return this.kills;
  }

  close(): void {
    this.isClosed = true;
  }
}

export class FakeInstance implements FoundInstance {
  readonly meters: FakeMeter[] = [];
  readonly origin: string;
  readonly life: string | undefined;
  readonly view: Instance;
  logLines: LogLine[] = [];

  constructor(id: string, given: FakeView = {}) {
    const defaults: FakeView = { life: 'life-1', origin: 'fake' };
    const { life, origin, ...view } = { ...defaults, ...given };
    this.origin = origin ?? 'fake';
    this.life = life;
    this.view = {
      id,
      kind: 'container',
      name: id,
      args: [],
      state: life === undefined ? 'exited' : 'running',
      isProtected: false,
      isOfLab: false,
      actions: [],
      ...view,
    };
  }

  get meter(): FakeMeter {
    const meter = this.meters.at(-1);
    if (meter === undefined) throw new Error('Nobody opened its meter.');
    return meter;
  }

  openMeter(options: { fineMemory: boolean }): Meter {
    const meter = new FakeMeter(options);
    this.meters.push(meter);
    return meter;
  }

  isolation = () => Promise.resolve([]);
  profile = () => Promise.resolve({ gaps: [] });
  configuration = () => Promise.resolve([]);
  processes = () => Promise.resolve([]);
  pastEvents = () => Promise.resolve([]);
  act = () => Promise.reject(refused());
  asRun = () => Promise.reject(refused());

  async logs(
    _: { tail: number; signal: AbortSignal },
    deliver: (lines: LogLine[]) => Promise<void> | void,
  ): Promise<void> {
    await deliver(this.logLines);
  }
}

type FakeView = Partial<Instance> & { life?: string | undefined; origin?: string };

function refused(): LabError {
  return new LabError('action-not-possible', 'A fake does nothing.', 'Ask a real one.');
}
