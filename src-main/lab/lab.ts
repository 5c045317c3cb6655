import { Dispatcher } from '../contract/index.js';
import type { Environment } from '../contract/index.js';
import { GuestHosting } from '../runtimes/browser/index.js';
import { launcherFile } from '../runtimes/module/launcher/launcher-file.js';
import { Launchers } from '../runtimes/module/launcher/launchers.js';
import { createProcessSource } from '../runtimes/processes/index.js';
import { runtimeSources } from '../runtimes/registry.js';
import { openSharedHost } from '../runtimes/v8/index.js';
import { RuntimeCatalogue } from './catalogue.js';
import { ClaimTests } from './claims/claim-tests.js';
import { Comparisons, both } from './comparisons.js';
import { Experiments, bothHear } from './experiments/experiments.js';
import { FEATURES } from './features/index.js';
import { userFolders } from './folders.js';
import { HostWatch } from './host-watch.js';
import type { LabOptions } from './options.js';
import { LogFollowers } from './monitor/log-followers.js';
import { MonitorHostPart } from './monitor/host-part.js';
import { Monitor } from './monitor/monitor.js';
import { Probes } from './probes/probes.js';
import { PushBatcher } from './push-batcher.js';
import { AttemptsRecorder } from './recording/attempts-recorder.js';
import { ExperimentRecorder } from './recording/experiment-recorder.js';
import { InstanceRecorder } from './recording/instance-recorder.js';
import { LabStore } from './recording/lab-store.js';
import { RunRecorder } from './recording/run-recorder.js';
import type { Run } from './run/run.js';
import { Sampler } from './sampler.js';
import { ScrapeEndpoint } from './scrape/endpoint.js';
import { LiveNumbers } from './scrape/live-numbers.js';
import { SettingsStore } from './settings.js';
import { loadTwins } from './twins.js';
import type { Twins } from './twins.js';

export type { LabOptions } from './options.js';

/** The lab without any window: what every shell starts, once per process. */
export interface Lab {
  /** Where every request enters, and every push leaves. */
  readonly dispatcher: Dispatcher;
  readonly comparisons: Comparisons;
  readonly catalogue: RuntimeCatalogue;
  readonly twins: Twins;
  readonly monitor: Monitor;
  readonly experiments: Experiments;
  /** What a guest can do, tried. */
  readonly probes: Probes;
  /** What was recorded. */
  readonly store: LabStore;
  /** What a Prometheus is told. */
  readonly numbers: LiveNumbers;
  /** The machine that results belong to. */
  environment(): Promise<Environment>;
  /** Stops every live run, removes what the lab made, releases every timer and file. */
  close(): Promise<void>;
}

export async function createLab(options: LabOptions): Promise<Lab> {
  const [twins, settings] = await Promise.all([
    loadTwins(options.resourcesDir),
    SettingsStore.open(options.settingsPath),
  ]);
  const launchers = new Launchers(launcherFile(options.resourcesDir));
  const dispatcher = new Dispatcher();
  const batcher = new PushBatcher(dispatcher.push);
  const store = new LabStore(options, dispatcher.push, settings.store);
  const guests = new GuestHosting({
    dispatcher,
    ...(options.guestPageOpener === undefined ? {} : { opener: options.guestPageOpener }),
    ...(options.sandboxedPages === undefined ? {} : { sandboxedPages: options.sandboxedPages }),
  });
  const catalogue = new RuntimeCatalogue(
    runtimeSources({
      v8HostPath: options.v8HostPath,
      launchers,
      guests,
      cacheDir: options.cacheDir ?? userFolders().cacheDir,
      pathOf: settings.runtimePath,
    }),
  );
  const sampler = new Sampler();
  const sources = onFirstUse(() => [
    ...catalogue.instanceSources(),
    createProcessSource({ v8HostPath: options.v8HostPath }),
  ]);
  const monitor = new Monitor({
    sources,
    sampler,
    push: dispatcher.push,
    settings: settings.monitor,
  });
  const instanceRecorder = new InstanceRecorder(
    store,
    monitor,
    (runtime) => environmentOf(runtime ?? '', host, catalogue),
    dispatcher,
  );
  const logs = new LogFollowers(dispatcher.push);
  const hostPart = new MonitorHostPart(monitor, sources);
  const host = new HostWatch({
    labVersion: options.version,
    push: dispatcher.push,
    liveRuns: () => comparisons.live().length,
    isLookedAt: () => monitor.isLookedAt,
    guestPids: () => guestPids(comparisons.guests()),
    more: (cpuPercent) => hostPart.read(cpuPercent),
  });
  const runRecorder = new RunRecorder(store, (runtimeId) =>
    environmentOf(runtimeId, host, catalogue),
  );
  const comparisons: Comparisons = new Comparisons({
    sampler,
    twins,
    events: both(batcher, runRecorder),
    resolveRuntime: (id) => catalogue.resolve(id),
    environment: (runtimeId) => environmentOf(runtimeId, host, catalogue),
  });
  const experiments = new Experiments(
    {
      catalogue,
      comparisons,
      twins,
      environment: () => host.environment(),
      launchers,
      openSharedHost: (workload) =>
        openSharedHost({ hostPath: options.v8HostPath }, workload, twins),
    },
    bothHear(
      {
        status: (status) => dispatcher.push('experiments.status', status),
        result: (id, result) => dispatcher.push('experiments.result', { id, result }),
      },
      new ExperimentRecorder(store),
    ),
  );
  const probes = new Probes({
    catalogue,
    comparisons,
    environment: () => host.environment(),
  });
  probes.onProgress(new AttemptsRecorder(store, probes).heard);
  const claims = new ClaimTests(
    {
      ...{ catalogue, comparisons, experiments, probes, twins, store },
      environment: () => host.environment(),
    },
    {
      status: (status) => dispatcher.push('claims.status', status),
      verdict: (result) => dispatcher.push('claims.verdict', result),
    },
  );
  const numbers = new LiveNumbers({ monitor, comparisons, host, labVersion: options.version });
  const scrape = new ScrapeEndpoint(numbers, options.hasWindows === true);
  for (const feature of FEATURES) {
    feature({
      options,
      dispatcher,
      catalogue,
      comparisons,
      twins,
      host,
      settings,
      guests,
      monitor,
      logs,
      experiments,
      probes,
      store,
      instanceRecorder,
      claims,
      scrape,
    });
  }
  host.start();
  // A window is about to look: it need not wait for its first numbers.
  if (options.hasWindows === true) void host.now();
  void scrape.obey(settings.preferences().scrape);
  return {
    dispatcher,
    comparisons,
    catalogue,
    twins,
    monitor,
    experiments,
    probes,
    store,
    numbers,
    environment: () => host.environment(),
    close: async () => {
      await scrape.close();
      await Promise.all([claims.close(), experiments.close(), probes.close()]);
      await comparisons.close();
      await guests.close();
      await launchers.close();
      batcher.flush();
      logs.closeAll();
      monitor.close();
      host.close();
      catalogue.close();
      instanceRecorder.close();
      runRecorder.flush();
      await store.close();
    },
  };
}

/** A Wasm run's instance is the pid of the process that hosts it. */
function guestPids(runs: Run[]): number[] {
  return runs
    .map((run) => run.status())
    .filter((status) => status.kind === 'wasm')
    .map((status) => Number(status.instance))
    .filter(Number.isSafeInteger);
}

async function environmentOf(
  runtimeId: string,
  host: HostWatch,
  catalogue: RuntimeCatalogue,
): Promise<Environment> {
  const engine = await catalogue.engineOf(runtimeId);
  const environment = await host.environment();
  return engine === undefined
    ? environment
    : { ...environment, engine: engine.name, engineVersion: engine.version };
}

/** Who never watches instances has no engine looked for. */
function onFirstUse<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
