import type { HostSample, Instance, RunStatus, RuntimeKind, Sample } from '../contract/index.js';

/** One thing with numbers: an instance of the machine, or a live run of the lab. */
export interface Subject {
  id: string;
  name: string;
  kind: RuntimeKind;
  runtime?: string;
  engine?: string;
  /** Absent where it is not told of now. */
  isRunning?: boolean;
  sample?: Sample;
  /** Of the sample, since 1970; absent where that is now. */
  atMs?: number;
}

/** Everything that is told at one moment. */
export interface Snapshot {
  labVersion: string;
  subjects: Subject[];
  host?: HostSample;
  liveRuns: number;
}

export interface Read<T> {
  of: T;
  sample?: Sample;
}

/**
 * Each once: a guest of a live run is also an instance of the machine. The run stands for both, because the lab knows
 * more of it.
 */
export function subjectsOf(
  instances: readonly Read<Instance>[],
  runs: readonly Read<RunStatus>[],
): Subject[] {
  const hosted = new Set(
    runs.flatMap(({ of }) => (of.instance === undefined ? [] : [of.instance])),
  );
  const others = instances.filter(({ of }) => !hosted.has(hostOf(of)));
  return [...runs.map(ofRun), ...others.map(ofInstance)];
}

/** What a run calls its instance: a container's id, or the pid of a process. */
function hostOf({ kind, id, pid }: Instance): string {
  return kind === 'container' ? id : String(pid ?? '');
}

function ofRun({ of, sample }: Read<RunStatus>): Subject {
  const { id, runtime, kind, workload, state } = of;
  return {
    id,
    name: workload.ref,
    kind,
    runtime,
    // `docker:runc` is the engine `docker` with runc.
    ...(kind === 'container' ? { engine: runtime.split(':')[0] ?? runtime } : {}),
    isRunning: state === 'running',
    ...(sample === undefined ? {} : { sample }),
  };
}

function ofInstance({ of, sample }: Read<Instance>): Subject {
  const { id, name, kind, runtime, engine, state } = of;
  return {
    id,
    name,
    kind,
    ...(runtime === undefined ? {} : { runtime }),
    ...(engine === undefined ? {} : { engine }),
    isRunning: state === 'running',
    ...(sample === undefined ? {} : { sample }),
  };
}
