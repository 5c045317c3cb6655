import type { Dispatcher } from '../../contract/index.js';
import type { GuestHosting } from '../../runtimes/browser/index.js';
import type { RuntimeCatalogue } from '../catalogue.js';
import type { ClaimTests } from '../claims/claim-tests.js';
import type { Comparisons } from '../comparisons.js';
import type { Experiments } from '../experiments/experiments.js';
import type { HostWatch } from '../host-watch.js';
import type { LogFollowers } from '../monitor/log-followers.js';
import type { Monitor } from '../monitor/monitor.js';
import type { LabOptions } from '../options.js';
import type { Probes } from '../probes/probes.js';
import type { InstanceRecorder } from '../recording/instance-recorder.js';
import type { LabStore } from '../recording/lab-store.js';
import type { ScrapeEndpoint } from '../scrape/endpoint.js';
import type { SettingsStore } from '../settings.js';
import type { Twins } from '../twins.js';

/** The parts of a lab, as features see them. */
export interface LabParts {
  options: LabOptions;
  dispatcher: Dispatcher;
  catalogue: RuntimeCatalogue;
  comparisons: Comparisons;
  twins: Twins;
  host: HostWatch;
  settings: SettingsStore;
  guests: GuestHosting;
  monitor: Monitor;
  logs: LogFollowers;
  experiments: Experiments;
  probes: Probes;
  store: LabStore;
  instanceRecorder: InstanceRecorder;
  claims: ClaimTests;
  scrape: ScrapeEndpoint;
}

/** Registers the requests of one feature; a new feature is one file and one line in features/index.ts. */
export type Feature = (parts: LabParts) => void;
