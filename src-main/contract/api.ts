import * as v from 'valibot';
import { ClaimsReportSchema, ClaimsStartSchema } from './claims.js';
import { ChooseFolderSchema } from './data-folder.js';
import { ExportSchema, ImportSchema } from './exchange.js';
import { ExperimentPlanSchema } from './experiment-plan.js';
import { GuestEventSchema, GuestOfferSchema, GuestOutputSchema, GuestSchema } from './guests.js';
import {
  AnnotationSchema,
  EntriesSchema,
  EntrySchema,
  HistoryQuerySchema,
  RangeSchema,
  ResultAtSchema,
} from './history.js';
import { InstanceActSchema, InstanceIdSchema, OpenLogsSchema, WatchSchema } from './instances.js';
import { ProbeRequestSchema, ProfileSubjectSchema } from './profile/index.js';
import { MonitorSettingsSchema } from './monitor.js';
import { ComparisonRequestSchema, RuntimeIdSchema } from './run.js';
import { PreferencesChangeSchema } from './preferences.js';
import { SideBySideSchema } from './side-by-side.js';
import { FamilySchema, PathSchema } from './settings.js';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const nothing = v.strictObject({});

/** Requests: the schema of each one's parameters. Adding one here makes both sides type-check it. */
export const REQUESTS = {
  'app.info': nothing,
  'app.licences': nothing,
  'runtimes.list': v.strictObject({ refresh: v.optional(v.boolean(), false) }),
  'runtimes.clearCompiled': nothing,
  'runtimes.setPath': v.strictObject({ family: FamilySchema, path: v.nullable(PathSchema) }),
  'runtimes.tryOut': v.strictObject({ id: RuntimeIdSchema }),
  'runtimes.stopTryOut': v.strictObject({ id: RuntimeIdSchema }),
  'settings.get': nothing,
  'settings.change': PreferencesChangeSchema,
  'scrape.state': nothing,
  'twins.list': nothing,
  'images.list': nothing,
  /** `engine`: the id of one that is here. */
  'images.load': v.strictObject({ engine: id, path: PathSchema }),
  'images.removeTwins': nothing,
  'files.pickModule': nothing,
  'files.pickProgram': nothing,
  'files.pickFolder': nothing,
  'comparisons.start': ComparisonRequestSchema,
  'comparisons.stop': v.strictObject({ comparisonId: id }),
  /** Every run that a window or a person started; not those of experiments and probes. */
  'comparisons.stopAll': nothing,
  'runs.stop': v.strictObject({ runId: id }),
  'runs.live': nothing,
  /**
   * While any client watches, all of them get the pushes of `instances.*`; what those who watch look at
   * says how often and how finely is read. Asked again, this client changes what it looks at.
   */
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
  /** Read anew each time. */
  'isolation.profile': v.strictObject({ subject: ProfileSubjectSchema }),
  /** One at a time for the whole lab: refused while another is under way. */
  'isolation.probe': ProbeRequestSchema,
  'isolation.stopProbe': nothing,
  'isolation.matrix': nothing,
  /** Begins when those before it have ended: one at a time, so that none disturbs another. */
  'experiments.start': ExperimentPlanSchema,
  /** What was measured stays. */
  'experiments.stop': v.strictObject({ id }),
  /** After the run under way. */
  'experiments.pause': v.strictObject({ id }),
  'experiments.resume': v.strictObject({ id }),
  'experiments.list': nothing,
  'experiments.result': v.strictObject({ id }),
  /** What was recorded by every Paralelo of this user, the newest first. */
  'history.list': HistoryQuerySchema,
  'history.facets': nothing,
  'history.run': EntrySchema,
  'history.experiment': EntrySchema,
  'history.attempts': EntrySchema,
  /** The experiments that asked the same as this one, over time. */
  'history.trend': EntrySchema,
  /** Results of one kind, held against the first. */
  'history.compare': SideBySideSchema,
  /** Its result as it stood after so many values. */
  'history.resultAt': ResultAtSchema,
  'history.annotate': AnnotationSchema,
  /** They can be had back for some days; what is being recorded is refused. */
  'history.remove': EntriesSchema,
  'history.restore': EntriesSchema,
  'history.range': RangeSchema,
  /** A file of these entries; what is being recorded is refused. */
  'history.export': ExportSchema,
  /** What a bundle holds becomes entries here. None that is here is overwritten; all of it or nothing. */
  'history.import': ImportSchema,
  /** From now on this instance is recorded, whether somebody looks or not, until it or the lab ends. */
  'recordings.start': InstanceIdSchema,
  'recordings.stop': InstanceIdSchema,
  /** By its entry, also of another Paralelo: that one ends it within some seconds. */
  'recordings.end': EntrySchema,
  'recordings.live': nothing,
  'store.state': nothing,
  'store.folder': nothing,
  /** From the next start on. Nothing is overwritten, and what is in the folder of now stays. */
  'store.chooseFolder': ChooseFolderSchema,
  'claims.list': nothing,
  /** One at a time for the whole lab, and not beside an experiment or probes. */
  'claims.start': ClaimsStartSchema,
  'claims.stop': nothing,
  /** What the command line writes, of the verdicts of this lab's life. */
  'claims.report': ClaimsReportSchema,
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

export type RequestName = keyof typeof REQUESTS;
export type SendName = keyof typeof SENDS;
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

/** A transport as it is let into the page: its pushes are JSON, since every value of an object would be copied by itself on its way. */
export interface DesktopBridge extends Omit<Transport, 'onPush'> {
  onPush(listener: (name: string, json: string) => void): () => void;
}
