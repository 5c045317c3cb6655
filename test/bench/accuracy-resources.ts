import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { randomSource, shuffled } from '../../src-main/experiments/statistics/random.js';
import { processTree } from '../../src-main/metrics/host/process-tree.js';
import { parseStat } from '../../src-main/metrics/proc/stat.js';
import type { RunRecord } from '../../src-main/contract/index.js';
import type { Lab } from '../../src-main/lab/lab.js';
import { Errors, difference, percentOff, within } from './lib/accuracy/errors.js';
import { labRun } from './lib/accuracy/lab-run.js';
import { OwnCgroup, followReference } from './lib/accuracy/reference-cgroup.js';
import type { CgroupReference } from './lib/accuracy/reference-cgroup.js';
import { timedPeak } from './lib/accuracy/timed-run.js';
import { TruthGuest, isContainer, said } from './lib/accuracy/truth-guest.js';
import { reapedCpuMs } from '../support/reaped-cpu.js';
import { amount } from './lib/amount.js';
import { Skip, progress, runBench } from './lib/bench.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { openLab } from './lib/lab.js';
import type { BenchResult, Goal } from './lib/report.js';

const ROUNDS = amount(10, 2);
const TIMED_ROUNDS = amount(4);
const PERIOD_MS = 20;
const USUAL_PERIOD_MS = 100;
const SHORT_WORK = ['--take', '64m', '--compute', '300ms'];
const WORK = ['--take', '64m', '--compute', '1s'];
const LINGER = ['--linger', '300ms'];
const MOST_PEAK_PERCENT = 1;
const MOST_CPU_PERCENT = 2;
/** User and system time are each cut to a tick. */
const TWO_TICKS_MS = 20;
const LAUNCHER_GONE_MS = 5;
const MOST_TRIES = 3;

await runBench('accuracy-resources', async () => {
  const lab = await openLab();
  const guest = await TruthGuest.provide(lab);
  const errors = new Errors();
  const random = randomSource(6);
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const runtime of shuffled(guest.runtimes, random)) {
        await still(lab, guest, runtime, errors);
        await cutShort(lab, guest, runtime, errors);
      }
      progress(
        `round ${String(round)} of ${String(ROUNDS)}, ${String(guest.runtimes.length)} runtimes`,
      );
    }
    const timed = timedRounds(guest, errors);
    return await report(errors, timed);
  } finally {
    await guest.close();
    await lab.close();
  }
});

/** The guest's numbers stand still before it ends: all of them are sampled. */
async function still(lab: Lab, guest: TruthGuest, runtime: string, errors: Errors): Promise<void> {
  const { record, reference, childrenMs } = await observed(
    lab,
    guest,
    runtime,
    [...WORK, ...LINGER],
    PERIOD_MS,
  );
  const cpuMs = lastCpuMs(record);
  errors.add(`${runtime}, CPU time against its cgroup`, '%', percentOff(cpuMs, reference.cpuMs));
  if (isContainer(runtime)) {
    const usageUs = said(record.stdout, 'usage_us');
    const peakKib = said(record.stdout, 'maxrss_kib');
    errors.add(
      `${runtime}, peak against its cgroup`,
      '%',
      percentOff(record.peak.cgroupBytes, reference.peakBytes),
    );
    errors.add(
      `${runtime}, highest RSS against getrusage of the guest`,
      '%',
      percentOff(highestRss(record), peakKib === undefined ? undefined : peakKib * 1024),
    );
    errors.add(
      `${runtime}, CPU time over getrusage of the guest`,
      'ms',
      difference(cpuMs, usageUs === undefined ? undefined : usageUs / 1000),
    );
  } else {
    errors.add(
      `${runtime}, CPU time of the whole run over wait4 of the child`,
      'ms',
      difference(usedMs(record), childrenMs),
    );
  }
}

/** It ends as it computes: what it used after the last sample is in no sample. */
async function cutShort(
  lab: Lab,
  guest: TruthGuest,
  runtime: string,
  errors: Errors,
): Promise<void> {
  const { record, reference } = await observed(lab, guest, runtime, SHORT_WORK, USUAL_PERIOD_MS);
  errors.add(
    `${runtime}, CPU time after the last sample`,
    'ms',
    difference(reference.cpuMs, lastCpuMs(record)),
  );
}

interface Observed {
  record: RunRecord;
  reference: CgroupReference;
  /** User and system time of children that have ended, as getrusage(RUSAGE_CHILDREN) counts it, in ticks. */
  childrenMs: number;
}

async function observed(
  lab: Lab,
  guest: TruthGuest,
  runtime: string,
  args: string[],
  periodMs: number,
  tries = MOST_TRIES,
): Promise<Observed> {
  const before = await childrenMs();
  let follower: ReturnType<typeof followReference> | undefined;
  const own = isContainer(runtime) ? undefined : cgroupFromBirth();
  const born = { inGroup: true };
  const onInstance = (instance: string): void => {
    born.inGroup = own?.holds(Number(instance)) ?? true;
  };
  const onOutput = (): void => {
    if (isContainer(runtime)) follower ??= followReference(containerPid());
  };
  const record = await labRun(lab, guest.request(runtime, args, periodMs), {
    onInstance,
    onOutput,
  });
  follower?.end();
  // Its launcher is gone by then.
  const after = await childrenMs();
  const reference = own?.read() ?? follower?.last ?? {};
  own?.remove();
  if (!born.inGroup) {
    // Its source was younger than the group: once in sixteen runs. Without a launcher it is so each time.
    if (tries === 1)
      throw new Skip('no launcher starts the guests here: none is born into a cgroup');
    return await observed(lab, guest, runtime, args, periodMs, tries - 1);
  }
  return { record, reference, childrenMs: after - before };
}

/** A cgroup that the guest is born into: its launcher, and the source of that, are in it until the run is over. */
function cgroupFromBirth(): OwnCgroup {
  const own = new OwnCgroup(`paralelo-accuracy-${String(process.pid)}`);
  for (const pid of launcherPids()) own.add(pid);
  return own;
}

/** Sources and launchers: all that is below this process between two runs. */
function launcherPids(): number[] {
  return processTree(process.pid, '/proc').filter((pid) => pid !== process.pid);
}

/** The process of the only guest of this kind: asked of the kernel, not of the lab. */
function containerPid(): number {
  return Number(execFileSync('pgrep', ['-xn', 'truth'], { encoding: 'utf8' }));
}

function lastCpuMs({ samples }: RunRecord): number | undefined {
  return samples.findLast(({ cpuTimeMs }) => cpuTimeMs !== undefined)?.cpuTimeMs;
}

function usedMs({ usage }: RunRecord): number | undefined {
  return usage === undefined ? undefined : usage.userTimeMs + usage.systemTimeMs;
}

function highestRss({ samples }: RunRecord): number {
  return Math.max(...samples.flatMap(({ memory }) => memory.rssBytes ?? []));
}

/**
 * Of all guests that have ended: a guest is reaped by its launcher, that by the source of launchers, and a source that
 * is used up by this process.
 */
async function childrenMs(): Promise<number> {
  for (;;) {
    const reapedMs = reapedNowMs();
    if (reapedMs !== undefined) return reapedMs;
    await delay(LAUNCHER_GONE_MS);
  }
}

/** Undefined as long as a launcher is not reaped, which is a moment after it has told of the end, or a source goes. */
function reapedNowMs(): number | undefined {
  try {
    const ownMs = reapedCpuMs();
    const sources = processTree(process.pid, '/proc').filter((pid) => isOurs(pid));
    if (sources.some((pid) => processTree(pid, '/proc').length > 1)) return undefined;
    return sources.reduce((sum, pid) => sum + reapedCpuMs(pid), ownMs);
  } catch {
    return undefined;
  }
}

function isOurs(pid: number): boolean {
  const stat = parseStat(readFileSync(`/proc/${String(pid)}/stat`, 'latin1'));
  return stat?.parentPid === process.pid;
}

/** `/usr/bin/time -v` around the whole command line of one run; undefined where it is not installed. */
function timedRounds(guest: TruthGuest, errors: Errors): string | undefined {
  for (let round = 0; round < TIMED_ROUNDS; round += 1) {
    for (const runtime of guest.runtimes.filter((id) => !isContainer(id))) {
      const peak = timedPeak(guest.request(runtime, ['--take', '256m', ...LINGER], PERIOD_MS));
      if (typeof peak === 'string') return peak;
      errors.add(
        `${runtime}, peak RSS against time -v`,
        '%',
        percentOff(peak.labBytes, peak.timeBytes),
      );
    }
    progress(`/usr/bin/time -v, ${String(round + 1)} of ${String(TIMED_ROUNDS)}`);
  }
  return undefined;
}

async function report(errors: Errors, noTime: string | undefined): Promise<BenchResult> {
  const environment = await benchEnvironment({});
  const contenders = errors.all();
  return {
    bench: 'accuracy-resources',
    question:
      'Are the peak memory and the CPU time that the lab reports those that the kernel counted of the same run?',
    plan: [
      `A guest that takes 64 MiB and computes (test/fixtures/truth), ${String(ROUNDS)} times in each runtime, in a drawn order. Differences are the lab’s value less the reference’s.`,
      `Once it computes for 1 s and stands still for 300 ms before it ends, sampled every ${String(PERIOD_MS)} ms; once it ends after 300 ms of computing, sampled every ${String(USUAL_PERIOD_MS)} ms as usual.`,
      'Containers: memory.max_usage_in_bytes (memory.peak) and cpuacct.usage (cpu.stat) of their cgroup, read by code of the benchmark’s own until it is gone, and getrusage by the guest itself at its end. The cgroup has counted the OCI runtime’s own first steps too, which the guest’s getrusage has not.',
      'Wasm: a cgroup of the benchmark’s own, into which the guest is born, since its launcher is in it, read when the guest is gone; against it stands the last sample. And what wait4 told of the child, in ticks of 10 ms, as /proc/PID/stat of whoever waited for it gives it; against it stands the record’s CPU time of the whole run, its end included.',
      noTime ??
        `Peak RSS: /usr/bin/time -v around \`paralelo run\` of a guest that takes 256 MiB, ${String(TIMED_ROUNDS)} times: the largest process of that tree is the guest’s.`,
    ],
    contenders,
    ratios: [],
    goals: contenders.flatMap((contender): Goal[] => {
      const { name } = contender;
      if (name.includes('peak'))
        return [within(contender, MOST_PEAK_PERCENT, `within ${String(MOST_PEAK_PERCENT)} %`)];
      if (/CPU time against/.test(name))
        return [within(contender, MOST_CPU_PERCENT, `within ${String(MOST_CPU_PERCENT)} %`)];
      if (name.includes('wait4'))
        return [within(contender, TWO_TICKS_MS, 'within two ticks of 10 ms')];
      if (name.includes('after the last'))
        return [within(contender, USUAL_PERIOD_MS, 'less than a period')];
      return [];
    }),
    warnings: loadWarnings(environment, 1),
    environment,
  };
}
