import type { RecordedAttempts } from './attempts-record.js';
import type { ClaimsListing, ClaimsStatus } from './claims.js';
import type { DataFolder } from './data-folder.js';
import type { ExportedFile, ImportReport } from './exchange.js';
import type { ExperimentResult, ExperimentStatus } from './experiment-result.js';
import type { GuestOrder } from './guests.js';
import type {
  HistoryEntry,
  HistoryFacets,
  HistoryPage,
  RecordedExperiment,
  RecordedRange,
  RecordedRun,
  StoreState,
} from './history.js';
import type {
  ConfigurationGroup,
  InstanceAsRun,
  InstanceEvent,
  InstanceListing,
  InstanceProcess,
} from './instances.js';
import type {
  IsolationFact,
  IsolationMatrix,
  IsolationProfile,
  ProbeProgress,
} from './profile/index.js';
import type { Alert } from './monitor.js';
import type { Environment, RunRecord, RunStatus } from './run.js';
import type { EngineInfo, RuntimeInfo, TwinInfo } from './runtime-info.js';
import type { Sample } from './sample.js';
import type { ScrapeState } from './preferences.js';
import type { SettingsView } from './settings.js';
import type { SideBySide } from './side-by-side.js';
import type { Trend } from './trend.js';
import type { TryOut } from './try-out.js';

/** What each request of REQUESTS is answered with. */
export interface Answers {
  'app.info': AppInfo;
  /** Of all that is built into the app. */
  'app.licences': { licences: Licence[] };
  'runtimes.list': { runtimes: RuntimeInfo[]; engines: EngineInfo[] };
  'runtimes.clearCompiled': { removedBytes: number };
  /** What is found with it; null looks for one again, as without a setting. */
  'runtimes.setPath': { runtimes: RuntimeInfo[]; engines: EngineInfo[] };
  'runtimes.tryOut': TryOut;
  'runtimes.stopTryOut': { stopped: boolean };
  'settings.get': SettingsView;
  'settings.change': SettingsView;
  'scrape.state': ScrapeState;
  'twins.list': { twins: TwinInfo[] };
  'images.list': { images: { ref: string; engine: string; sizeBytes?: number }[] };
  /** Of the images in it: their names, or `sha256:…` of one without. */
  'images.load': { refs: string[] };
  'images.removeTwins': { removed: string[] };
  'files.pickModule': { path?: string };
  'files.pickProgram': { path?: string };
  'files.pickFolder': { path?: string };
  'comparisons.start': { comparisonId: string; runs: RunStatus[] };
  'comparisons.stop': { stopped: number };
  'comparisons.stopAll': { stopped: number };
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
  'isolation.profile': IsolationProfile;
  'isolation.probe': ProbeProgress;
  'isolation.stopProbe': { stopped: boolean };
  /** The last one of this lab's life; it grows while the probes go on. */
  'experiments.start': ExperimentStatus;
  'experiments.stop': { stopped: boolean };
  'experiments.pause': ExperimentStatus;
  'experiments.resume': ExperimentStatus;
  /** Of this lab's life, the oldest first. */
  'experiments.list': { experiments: ExperimentStatus[] };
  /** Absent before the first run that counts has ended. */
  'experiments.result': { result?: ExperimentResult };
  'claims.list': ClaimsListing;
  'claims.start': ClaimsStatus;
  'claims.stop': { stopped: boolean };
  'claims.report': { markdown: string };
  'isolation.matrix': { matrix?: IsolationMatrix; progress: ProbeProgress };
  'history.list': HistoryPage;
  'history.facets': HistoryFacets;
  'history.run': RecordedRun;
  'history.experiment': RecordedExperiment;
  'history.attempts': RecordedAttempts;
  'history.trend': Trend;
  'history.compare': SideBySide;
  'history.resultAt': { result: ExperimentResult };
  'history.annotate': HistoryEntry;
  'history.remove': { removed: string[] };
  'history.restore': { restored: string[] };
  'history.range': RecordedRange;
  'history.export': ExportedFile;
  'history.import': ImportReport;
  /** The entry. */
  'recordings.start': { id: string };
  'recordings.stop': { stopped: boolean };
  /** False: another Paralelo was asked to. */
  'recordings.end': { ended: boolean };
  'recordings.live': { instanceIds: string[] };
  'store.state': StoreState;
  'store.folder': DataFolder;
  'store.chooseFolder': DataFolder;
  'guests.take': GuestOrder;
  'guests.output': Record<string, never>;
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

/** Of one thing that is bundled. */
export interface Licence {
  name: string;
  version: string;
  /** As SPDX names it: `MIT`. */
  licence: string;
  /** Empty where the package has none beside its name. */
  text: string;
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
