import { maximumMemoryBytes } from '../../isolation/module/index.js';
import { createProcessMeter } from '../../metrics/process-meter.js';
import { createCpuCgroup } from '../module/cpu-cgroup.js';
import { killGuest, passOn, processEnd } from '../module/guest-process.js';
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
  memoryLimitBytes: number | undefined;
  /** Cores, where a cgroup holds the limit. */
  cpus?: number;
}

/**
 * Starts the guest. Resolves as soon as its process is there, so that even a start that never ends
 * can be stopped; what fails after that is the ending `failed-to-start`.
 */
export async function launchGuest(plan: LaunchPlan, observer: RunObserver): Promise<LiveRun> {
  observer.phase('spawn', BOUNDS.spawn);
  checkUnchanged(plan.file);
  const cgroup = plan.cpus === undefined ? undefined : createCpuCgroup(plan.cpus);
  try {
    const host = await spawnHost({ ...plan.start, ...(cgroup === undefined ? {} : { cgroup }) });
    const ended = observe(host, plan, observer).finally(() => cgroup?.remove());
    observer.instance(String(host.pid));
    observer.isolation(hostProcessFacts(host.pid, 'V8'));
    return {
      ended,
      kill: () => {
        killGuest(host);
        return Promise.resolve();
      },
    };
  } catch (thrown) {
    cgroup?.remove();
    throw thrown;
  }
}

async function observe(
  host: HostProcess,
  plan: LaunchPlan,
  observer: RunObserver,
): Promise<Ending> {
  const memory = new LinearMemoryView(host.pid);
  const linearMaxBytes = maximumMemoryBytes(plan.file.profile, plan.memoryLimitBytes);
  observer.meter(
    createProcessMeter({
      pid: host.pid,
      linearAddress: () => memory.address,
      linearReported: () => memory.reportedBytes,
      ...(linearMaxBytes === undefined ? {} : { linearMaxBytes }),
    }),
  );
  let reported: HostEnd | undefined;
  onHostEvents(host.channel, (event: HostEvent) => {
    if (event.event === 'stage') observer.phase(event.stage, BOUNDS[event.stage], event.atMs);
    else if (event.event === 'memory') memory.report(event.bytes);
    else if (event.event !== 'round') {
      reported = event;
      if (event.memoryBytes !== undefined) memory.reportedBytes = event.memoryBytes;
      observer.phase('exit', BOUNDS.exit, event.atMs);
    }
  });
  const ends = passOn(host, observer);
  const end = await processEnd(host);
  return describeEnding(reported, end, ends().stderr);
}

/** The size of the guest's memory: as its host says, and where to read it from outside. */
class LinearMemoryView {
  address: bigint | undefined;
  reportedBytes: number | undefined;

  constructor(private readonly pid: number) {}

  report(bytes: number): void {
    this.reportedBytes = bytes;
    this.address ??= findLinearAddress(this.pid, bytes);
  }
}
