import { maximumMemoryBytes } from '../../isolation/module/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import { readText } from '../../metrics/files/kernel-text.js';
import { findLinearMemories } from '../../metrics/index.js';
import { createProcessMeter } from '../../metrics/process-meter.js';
import { createCpuCgroup } from '../module/cpu-cgroup.js';
import type { CpuCgroup } from '../module/cpu-cgroup.js';
import { passOn } from '../module/guest-process.js';
import type { GuestProcess, GuestProcessStart } from '../module/guest-process.js';
import { hostProcessFacts } from '../module/host-process.js';
import { checkUnchanged } from '../module/module-file.js';
import type { ComponentFile, ModuleFile } from '../module/module-file.js';
import type { ReadyLauncher } from '../module/launcher/ready-launcher.js';
import { spawnGuest } from '../module/spawn-guest.js';
import type { Ending, LiveRun, RunObserver } from '../runtime.js';
import { describeEnding } from './ending.js';
import type { Engine } from './engine.js';
import { FirstOutput } from './first-output.js';

const SPAWN_BOUND = 'until the process of the engine is there';

export interface CommandPlan {
  engine: Engine;
  file: ModuleFile | ComponentFile;
  start: GuestProcessStart;
  /** Waits for the word to start it; absent: the lab forks. */
  launcher: ReadyLauncher | undefined;
  reservedBytes: number | undefined;
  memoryLimitBytes: number | undefined;
  /** Cores, where a cgroup holds the limit. */
  cpus: number | undefined;
}

/** Starts the engine with its guest. Resolves as soon as its process is there. */
export async function launchCommand(plan: CommandPlan, observer: RunObserver): Promise<LiveRun> {
  const askedAtMs = monotonicMs();
  let cgroup: CpuCgroup | undefined;
  try {
    checkUnchanged(plan.file);
    if (plan.cpus !== undefined) cgroup = createCpuCgroup(plan.cpus);
    const { start, launcher } = plan;
    const wrapped = { ...start, ...cgroup?.wrap(start.executable, start.args) };
    const starting = spawnGuest(wrapped, { launcher });
    // Told once the word is given: nobody waits for the telling.
    observer.phase('spawn', SPAWN_BOUND, askedAtMs);
    const guest = await starting;
    if (guest.forkedAtMs !== undefined) observer.began(guest.forkedAtMs);
    const ended = observe(guest, { ...plan, cpuStatPath: cgroup?.statPath }, observer).finally(() =>
      cgroup?.remove(),
    );
    observer.instance(String(guest.pid));
    observer.isolation(hostProcessFacts(guest.pid, plan.engine.name));
    return {
      ended,
      kill: () => {
        guest.kill();
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
  guest: GuestProcess,
  plan: CommandPlan & { cpuStatPath: string | undefined },
  observer: RunObserver,
): Promise<Ending> {
  const start = new FirstOutput(observer, guest.beganAtMs);
  const ends = passOn(guest, start);
  const linearMaxBytes =
    'profile' in plan.file
      ? maximumMemoryBytes(plan.file.profile, plan.memoryLimitBytes)
      : undefined;
  observer.meter(
    createProcessMeter({
      pid: guest.pid,
      cpuStatPath: plan.cpuStatPath,
      linearAddress: linearMemoryOf(guest.pid, plan.reservedBytes),
      ...(linearMaxBytes === undefined ? {} : { linearMaxBytes }),
    }),
  );
  const end = await guest.ended;
  if (end.usage !== undefined) observer.usage(end.usage);
  start.end();
  return describeEnding(plan.engine, end, ends());
}

/** An engine that has not made the memory by then compiles for very long, or lays it out in another way. */
const LOOK_FOR_MS = 60_000;

/** Looks into the maps until the one memory is there, and then knows its place. */
function linearMemoryOf(pid: number, reservedBytes: number | undefined): () => bigint | undefined {
  if (reservedBytes === undefined || process.platform !== 'linux') return () => undefined;
  let address: bigint | undefined;
  const untilMs = monotonicMs() + LOOK_FOR_MS;
  return () => {
    if (address !== undefined || monotonicMs() > untilMs) return address;
    const maps = readText(`/proc/${String(pid)}/maps`) ?? '';
    const found = findLinearMemories(maps, reservedBytes);
    // Several alike: which is the guest's cannot be told.
    if (found.length === 1) address = found[0]?.start;
    return address;
  };
}
