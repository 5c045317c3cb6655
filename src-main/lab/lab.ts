import { Dispatcher } from '../contract/index.js';
import type { Environment } from '../contract/index.js';
import { GuestHosting } from '../runtimes/browser/index.js';
import { createProcessSource } from '../runtimes/processes/index.js';
import { runtimeSources } from '../runtimes/registry.js';
import { RuntimeCatalogue } from './catalogue.js';
import { Comparisons } from './comparisons.js';
import { FEATURES } from './features/index.js';
import { userFolders } from './folders.js';
import { HostWatch } from './host-watch.js';
import type { LabOptions } from './options.js';
import { LogFollowers } from './monitor/log-followers.js';
import { MonitorHostPart } from './monitor/host-part.js';
import { Monitor } from './monitor/monitor.js';
import { PushBatcher } from './push-batcher.js';
import type { Run } from './run/run.js';
import { Sampler } from './sampler.js';
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
  /** The machine that results belong to. */
  environment(): Promise<Environment>;
  /** Stops every live run, removes what the lab made, releases every timer and file. */
  close(): Promise<void>;
}

export async function createLab(options: LabOptions): Promise<Lab> {
  const twins = await loadTwins(options.resourcesDir);
  const dispatcher = new Dispatcher();
  const batcher = new PushBatcher(dispatcher.push);
  const settings = await SettingsStore.open(options.settingsPath);
  const guests = new GuestHosting({
    dispatcher,
    ...(options.guestPageOpener === undefined ? {} : { opener: options.guestPageOpener }),
    ...(options.sandboxedPages === undefined ? {} : { sandboxedPages: options.sandboxedPages }),
  });
  const catalogue = new RuntimeCatalogue(
    runtimeSources({
      v8HostPath: options.v8HostPath,
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
  const logs = new LogFollowers(dispatcher.push);
  const hostPart = new MonitorHostPart(monitor, sources);
  const host = new HostWatch({
    labVersion: options.version,
    push: dispatcher.push,
    liveRuns: () => comparisons.live().length,
    guestPids: () => guestPids(comparisons.guests()),
    more: (cpuPercent) => hostPart.read(cpuPercent),
  });
  const comparisons: Comparisons = new Comparisons({
    sampler,
    twins,
    events: batcher,
    resolveRuntime: (id) => catalogue.resolve(id),
    environment: (runtimeId) => environmentOf(runtimeId, host, catalogue),
  });
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
    });
  }
  host.start();
  return {
    dispatcher,
    comparisons,
    catalogue,
    twins,
    monitor,
    environment: () => host.environment(),
    close: async () => {
      await comparisons.close();
      await guests.close();
      batcher.flush();
      logs.closeAll();
      monitor.close();
      host.close();
      catalogue.close();
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
