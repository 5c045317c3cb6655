import { maximumMemoryBytes } from '../../isolation/module/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import { createProcessMeter } from '../../metrics/process-meter.js';
import type { Ending, LiveRun, RunObserver } from '../runtime.js';
import { describeEnding } from './ending.js';
import type { ProcessEnd } from './ending.js';
import { onHostEvents } from './events.js';
import { hostProcessFacts } from './facts.js';
import type { HostEnd, HostEvent, HostStage } from './host/protocol.js';
import { findLinearAddress } from './linear-address.js';
import { spawnHost } from './spawn-host.js';
import type { HostProcess, HostStart } from './spawn-host.js';
import { checkUnchanged } from './workload.js';
import type { ModuleFile } from './workload.js';

const BOUNDS: Record<'spawn' | HostStage | 'exit', string> = {
  spawn: 'until the first line of the guest host runs: a new process and its Node have started',
  load: 'until the request and the bytes of the module are read',
  compile: 'until V8 has compiled the module; functions are compiled at their first call',
  instantiate: 'until WASI is set up and the instance with its memory is there',
  main: 'until _start returns, exits or traps',
  exit: 'until the process that hosts the guest is gone',
};
const KEPT_ERROR_BYTES = 4096;

export interface LaunchPlan {
  start: HostStart;
  file: ModuleFile;
  memoryLimitBytes: number | undefined;
}

/**
 * Starts the guest. Resolves as soon as its process is there, so that even a start that never ends
 * can be stopped; what fails after that is the ending `failed-to-start`.
 */
export async function launchGuest(plan: LaunchPlan, observer: RunObserver): Promise<LiveRun> {
  observer.phase('spawn', BOUNDS.spawn);
  checkUnchanged(plan.file);
  const host = await spawnHost(plan.start);
  const ended = observe(host, plan, observer);
  observer.instance(String(host.pid));
  observer.isolation(hostProcessFacts(host.pid));
  return {
    ended,
    kill: () => {
      host.child.kill('SIGKILL');
      return Promise.resolve();
    },
  };
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
  const errorText = passOn(host, observer);
  const end = await processEnd(host);
  return describeEnding(reported, end, errorText());
}

/** Chunk by chunk, without a buffer of ours: a guest that writes faster than it is read waits. */
function passOn(host: HostProcess, observer: RunObserver): () => string {
  let errorText = '';
  host.stdout.on('data', (chunk: Buffer) => observer.output('stdout', chunk));
  host.stderr.on('data', (chunk: Buffer) => {
    if (errorText.length < KEPT_ERROR_BYTES) errorText += chunk.toString('utf8');
    observer.output('stderr', chunk);
  });
  return () => errorText.slice(0, KEPT_ERROR_BYTES);
}

/** Resolves when the process is gone and its pipes are empty; the time is that of the first. */
function processEnd({ child }: HostProcess): Promise<ProcessEnd> {
  let atMs: number | undefined;
  child.once('exit', () => (atMs = monotonicMs()));
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, atMs: atMs ?? monotonicMs() }));
  });
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
