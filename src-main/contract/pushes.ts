import type { ClaimResult, ClaimsStatus } from './claims.js';
import type { ExperimentResult, ExperimentStatus } from './experiment-result.js';
import type { GuestAddress } from './guests.js';
import type { StoreState } from './history.js';
import type { HostSample } from './host.js';
import type {
  Instance,
  InstanceEvent,
  InstanceLogs,
  InstanceOrigin,
  InstanceSamples,
} from './instances.js';
import type { AttemptResult, ProbeProgress } from './profile/index.js';
import type { Alert } from './monitor.js';
import type { RunRecord, RunStatus } from './run.js';
import type { EngineInfo, RuntimeInfo } from './runtime-info.js';
import type { Sample } from './sample.js';
import type { SettingsView } from './settings.js';

/** What the lab says by itself. */
export interface Pushes {
  /** A run changed: state, phase, warning, outcome. */
  'runs.status': RunStatus;
  /** Samples since the last push, at most 10 pushes a second for all runs together. */
  'runs.samples': { runId: string; samples: Sample[] }[];
  /** Text as the guest wrote it, not yet escaped for anything; cut to the newest when too fast. */
  'runs.output': {
    runId: string;
    stream: 'stdout' | 'stderr';
    text: string;
    skippedBytes: number;
  }[];
  'runs.ended': RunRecord;
  'host.sample': HostSample;
  /** New or changed instances, and the ids of those that are no more. */
  'instances.changed': { changed: Instance[]; gone: string[] };
  /** What was read since the last push, at most 4 pushes a second for all instances together. */
  'instances.samples': { periodMs: number; samples: InstanceSamples[] };
  'instances.events': InstanceEvent[];
  'instances.origins': InstanceOrigin[];
  'instances.logs': InstanceLogs;
  'monitor.alert': Alert;
  /** To every client, at most 4 a second. */
  'experiments.status': ExperimentStatus;
  /** What there is so far, at most once a second, and the whole at the end. */
  'experiments.result': { id: string; result: ExperimentResult };
  /** To every client, at most 4 a second; the last one has `isRunning` false. */
  'claims.status': ClaimsStatus;
  /** Judged as soon as all that it needs was gathered. */
  'claims.verdict': ClaimResult;
  /** To every client, at most 4 a second; the last one has `isRunning` false. */
  'isolation.probed': { progress: ProbeProgress; results: AttemptResult[] };
  /** These entries are new or otherwise than before; without ids another process wrote: list anew. */
  'history.changed': { ids: string[] };
  'store.state': StoreState;
  /** A guest waits for the page with this host id. */
  'guests.waiting': GuestAddress;
  /** The page is to end this guest at once. */
  'guests.end': GuestAddress;
  /** By this window, or another of the same lab. */
  'settings.changed': SettingsView;
  'runtimes.changed': { runtimes: RuntimeInfo[]; engines: EngineInfo[] };
  /** This client was too slow and missed samples or output: it should ask `runs.live` again. */
  'client.behind': { droppedPushes: number };
}

export type PushName = keyof Pushes;
