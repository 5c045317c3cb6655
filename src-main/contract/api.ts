import * as v from 'valibot';
import { GuestEventSchema, GuestOfferSchema, GuestOutputSchema, GuestSchema } from './guests.js';
import type { GuestAddress, GuestOrder } from './guests.js';
import type { HostSample } from './host.js';
import { InstanceActSchema, InstanceIdSchema, OpenLogsSchema, WatchSchema } from './instances.js';
import type {
  ConfigurationGroup,
  Instance,
  InstanceAsRun,
  InstanceEvent,
  InstanceListing,
  InstanceLogs,
  InstanceOrigin,
  InstanceProcess,
  InstanceSamples,
} from './instances.js';
import type { IsolationFact } from './isolation.js';
import { MonitorSettingsSchema } from './monitor.js';
import type { Alert } from './monitor.js';
import { ComparisonRequestSchema, RuntimeIdSchema } from './run.js';
import type { Environment, RunRecord, RunStatus } from './run.js';
import type { EngineInfo, RuntimeInfo, TwinInfo } from './runtime-info.js';
import type { Sample } from './sample.js';
import { FamilySchema, PathSchema } from './settings.js';
import type { SettingsView } from './settings.js';
import type { TryOut } from './try-out.js';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const nothing = v.strictObject({});

/** Requests: the schema of each one's parameters. Adding one here makes both sides type-check it. */
export const REQUESTS = {
  'app.info': nothing,
  'runtimes.list': v.strictObject({ refresh: v.optional(v.boolean(), false) }),
  'runtimes.clearCompiled': nothing,
  'runtimes.setPath': v.strictObject({ family: FamilySchema, path: v.nullable(PathSchema) }),
  'runtimes.tryOut': v.strictObject({ id: RuntimeIdSchema }),
  'runtimes.stopTryOut': v.strictObject({ id: RuntimeIdSchema }),
  'settings.get': nothing,
  'twins.list': nothing,
  'images.list': nothing,
  'images.removeTwins': nothing,
  'files.pickModule': nothing,
  'files.pickProgram': nothing,
  'comparisons.start': ComparisonRequestSchema,
  'comparisons.stop': v.strictObject({ comparisonId: id }),
  'runs.stop': v.strictObject({ runId: id }),
  'runs.live': nothing,
  /** From now on this client gets the pushes of `instances.*`; asked again, it changes what it looks at. */
  'instances.watch': WatchSchema,
  'instances.unwatch': nothing,
  /** All samples that are kept of one, oldest first. */
  'instances.history': InstanceIdSchema,
  'instances.details': InstanceIdSchema,
  'instances.processes': InstanceIdSchema,
  /** The outcome is in the state that follows; a refusal is an error. */
  'instances.act': InstanceActSchema,
  'instances.asRun': InstanceIdSchema,
  'instances.openLogs': OpenLogsSchema,
  'instances.closeLogs': v.strictObject({ logId: id }),
  'monitor.configure': MonitorSettingsSchema,
  'monitor.alerts': nothing,
  /** Only from the page to which the lab gave the guest. */
  'guests.take': GuestSchema,
  /** Answered when the lab has it: a page sends no more before that. */
  'guests.output': GuestOutputSchema,
} as const;

/** Sends: one way, no answer. */
export const SENDS = {
  /** Whether anybody looks; samples of the host slow down when nobody does. */
  'client.visible': v.strictObject({ visible: v.boolean() }),
  'guests.offer': GuestOfferSchema,
  'guests.event': v.strictObject({ ...GuestSchema.entries, event: GuestEventSchema }),
} as const;

export interface Answers {
  'app.info': AppInfo;
  'runtimes.list': { runtimes: RuntimeInfo[]; engines: EngineInfo[] };
  'runtimes.clearCompiled': { removedBytes: number };
  /** What is found with it; null looks for one again, as without a setting. */
  'runtimes.setPath': { runtimes: RuntimeInfo[]; engines: EngineInfo[] };
  'runtimes.tryOut': TryOut;
  'runtimes.stopTryOut': { stopped: boolean };
  'settings.get': SettingsView;
  'twins.list': { twins: TwinInfo[] };
  'images.list': { images: { ref: string; engine: string; sizeBytes?: number }[] };
  'images.removeTwins': { removed: string[] };
  'files.pickModule': { path?: string };
  'files.pickProgram': { path?: string };
  'comparisons.start': { comparisonId: string; runs: RunStatus[] };
  'comparisons.stop': { stopped: number };
  'runs.stop': { stopped: boolean };
  'runs.live': { runs: LiveRunView[] };
  'instances.watch': InstanceListing;
  'instances.unwatch': Record<string, never>;
  'instances.history': { samples: Sample[] };
  'instances.details': {
    isolation: IsolationFact[];
    configuration: ConfigurationGroup[];
    /** The newest that are known, oldest first. */
    events: InstanceEvent[];
  };
  'instances.processes': { processes: InstanceProcess[] };
  'instances.act': Record<string, never>;
  'instances.asRun': InstanceAsRun;
  'instances.openLogs': { logId: string };
  'instances.closeLogs': Record<string, never>;
  'monitor.configure': SettingsView;
  /** Those raised since the lab began, oldest first, the newest 200. */
  'monitor.alerts': { alerts: Alert[] };
  'guests.take': GuestOrder;
  'guests.output': Record<string, never>;
}

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
  /** A guest waits for the page with this host id. */
  'guests.waiting': GuestAddress;
  /** The page is to end this guest at once. */
  'guests.end': GuestAddress;
  'runtimes.changed': { runtimes: RuntimeInfo[]; engines: EngineInfo[] };
  /** This client was too slow and missed samples or output: it should ask `runs.live` again. */
  'client.behind': { droppedPushes: number };
}

export interface AppInfo {
  version: string;
  shell: 'desktop' | 'console';
  /** `Electron 45.4.1` or `Node 20.20.2`. */
  host: string;
  /** Set when the shell is a stand-in that is not meant for daily use. */
  notice?: string;
  canPickFiles: boolean;
  environment: Environment;
}

/** What a window that opens in the middle of a run needs in order to catch up. */
export interface LiveRunView {
  status: RunStatus;
  samples: Sample[];
  stdout: string;
  stderr: string;
  /** Once it has ended. */
  record?: RunRecord;
}

export type RequestName = keyof typeof REQUESTS;
export type SendName = keyof typeof SENDS;
export type PushName = keyof Pushes;
/** As the caller writes them. */
export type RequestParams<N extends RequestName> = v.InferInput<(typeof REQUESTS)[N]>;
/** As the handler gets them: validated, defaults filled in. */
export type RequestInput<N extends RequestName> = v.InferOutput<(typeof REQUESTS)[N]>;
export type SendParams<N extends SendName> = v.InferInput<(typeof SENDS)[N]>;

/** How a client reaches the lab: ipcRenderer, a WebSocket, or a direct call in a test. */
export interface Transport {
  invoke(name: string, params: unknown): Promise<unknown>;
  send(name: string, params: unknown): void;
  /** Returns the function that stops listening. */
  onPush(listener: (name: string, payload: unknown) => void): () => void;
}
