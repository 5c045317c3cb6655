import { WASI_MODULE, maximumMemoryBytes } from '../../isolation/module/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import { createProcessMeter } from '../../metrics/process-meter.js';
import { createCpuCgroup } from '../module/cpu-cgroup.js';
import type { CpuCgroup } from '../module/cpu-cgroup.js';
import { passOn } from '../module/guest-process.js';
import type { ReadyLauncher } from '../module/launcher/ready-launcher.js';
import { hostProcessFacts } from '../module/host-process.js';
import { findLinearAddress } from '../module/linear-address.js';
import { checkUnchanged } from '../module/module-file.js';
import type { ModuleFile } from '../module/module-file.js';
import type { Ending, LiveRun, RunObserver } from '../runtime.js';
import { describeEnding } from './ending.js';
import { onHostEvents } from './events.js';
import type { HostEnd, HostEvent, HostStage } from './host/protocol.js';
import { spawnHost } from './spawn-host.js';
import type { HostProcess, HostStart } from './spawn-host.js';

const BOUNDS: Record<'spawn' | HostStage | 'exit', string> = {
  spawn: 'until the first line of the guest host runs: a new process and its Node have started',
  load: 'until the request and the bytes of the module are read',
  compile: 'until V8 has compiled the module; functions are compiled at their first call',
  instantiate: 'until WASI is set up and the instance with its memory is there',
  main: 'until _start returns, exits or traps',
  exit: 'until the process that hosts the guest is gone',
};

export interface LaunchPlan {
  start: HostStart;
  file: ModuleFile;
  /** Waits for the word to start the host; absent: the lab forks. */
  launcher: ReadyLauncher | undefined;
  memoryLimitBytes: number | undefined;
  /** Cores, where a cgroup holds the limit. */
  cpus?: number;
}

/**
 * Starts the guest. Resolves as soon as its process is there, so that even a start that never ends
 * can be stopped; what fails after that is the ending `failed-to-start`.
 */
export async function launchGuest(plan: LaunchPlan, observer: RunObserver): Promise<LiveRun> {
  const askedAtMs = monotonicMs();
  let cgroup: CpuCgroup | undefined;
  try {
    checkUnchanged(plan.file);
    if (plan.cpus !== undefined) cgroup = createCpuCgroup(plan.cpus);
    const { start, launcher } = plan;
    const starting = spawnHost({ ...start, ...(cgroup === undefined ? {} : { cgroup }) }, launcher);
    // Told once the word is given: nobody waits for the telling.
    observer.phase('spawn', BOUNDS.spawn, askedAtMs);
    const host = await starting;
    if (host.forkedAtMs !== undefined) observer.began(host.forkedAtMs);
    const ended = observe(host, { ...plan, cpuStatPath: cgroup?.statPath }, observer).finally(() =>
      cgroup?.remove(),
    );
    observer.instance(String(host.pid));
    observer.isolation(hostProcessFacts(host.pid, 'V8'));
    return {
      ended,
      kill: () => {
        host.kill();
        return Promise.resolve();
      },
    };
  } catch (thrown) {
    plan.launcher?.discard();
    cgroup?.remove();
    throw thrown;
  }
}

async function observe(
  host: HostProcess,
  plan: LaunchPlan & { cpuStatPath: string | undefined },
  observer: RunObserver,
): Promise<Ending> {
  const memory = new LinearMemoryView(host.pid);
  const linearMaxBytes = maximumMemoryBytes(plan.file.profile, plan.memoryLimitBytes);
  observer.meter(
    createProcessMeter({
      pid: host.pid,
      cpuStatPath: plan.cpuStatPath,
      linearAddress: () => memory.find(),
      linearReported: () => memory.reportedBytes,
      ...(linearMaxBytes === undefined ? {} : { linearMaxBytes }),
    }),
  );
  const uncalled = plan.start.request.traceCalls === true ? uncalledImports(plan.file) : {};
  if (plan.start.request.traceCalls === true) observer.importCalls(uncalled);
  let reported: HostEnd | undefined;
  onHostEvents(host.channel, (event: HostEvent) => {
    if (event.event === 'stage') observer.phase(event.stage, BOUNDS[event.stage], event.atMs);
    else if (event.event === 'memory') memory.reportedBytes = event.bytes;
    else if (event.event === 'calls') observer.importCalls({ ...uncalled, ...named(event.counts) });
    else if (event.event === 'exited' || event.event === 'threw') {
      reported = event;
      if (event.memoryBytes !== undefined) memory.reportedBytes = event.memoryBytes;
      observer.phase('exit', BOUNDS.exit, event.atMs);
    }
  });
  const ends = passOn(host, observer);
  const end = await host.ended;
  if (end.usage !== undefined) observer.usage(end.usage);
  return describeEnding(reported, end, ends().stderr);
}

/** Every function that the module imports, called never: a zero that is known. */
function uncalledImports({ profile }: ModuleFile): Record<string, number> {
  const functions = profile.imports.filter(({ kind }) => kind === 'function');
  return Object.fromEntries(functions.map(({ module, name }) => [`${module}.${name}`, 0]));
}

function named(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).map(([name, calls]) => [`${WASI_MODULE}.${name}`, calls]),
  );
}

/** Where it cannot be told it is not searched for in every sample, nor for ever. */
const SEARCH_EVERY_MS = 50;
const MOST_SEARCHES = 200;

/** The size of the guest's memory: as its host says, and where to read it from outside. */
class LinearMemoryView {
  reportedBytes: number | undefined;
  #address: bigint | undefined;
  #searches = 0;
  #searchedAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly pid: number) {}

  /**
   * Asked by samples alone: where nothing is sampled, nothing is read of a guest. One that grows just then looks like
   * nothing or like two, and is searched again at the next samples.
   */
  find(): bigint | undefined {
    if (this.#address !== undefined || this.reportedBytes === undefined) return this.#address;
    const nowMs = monotonicMs();
    const isSoon = nowMs - this.#searchedAtMs < SEARCH_EVERY_MS;
    if (isSoon || this.#searches >= MOST_SEARCHES) return undefined;
    this.#searches += 1;
    this.#searchedAtMs = nowMs;
    this.#address = findLinearAddress(this.pid, this.reportedBytes);
    return this.#address;
  }
}
