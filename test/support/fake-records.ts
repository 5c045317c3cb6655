import type {
  AttemptsEntry,
  Environment,
  ExperimentEntry,
  ExperimentResult,
  RecordedExperiment,
  RecordedRun,
  RecordingEntry,
  Sample,
} from '../../src-main/contract/index.js';
import { INFO } from './fake-machine.js';
import {
  pretendedContender,
  pretendedMeasure,
  pretendedRatios,
  pretendedValues,
} from './fake-values.js';

const DAY_MS = 86_400_000;
const BEGUN_MS = Date.parse('2026-03-01T09:30:00.000Z');
const RUNTIMES = { 'docker:runc': 'container', wasmtime: 'wasm', v8: 'wasm' } as const;
const MIB = 1024 ** 2;

const at = (day: number): string => new Date(BEGUN_MS + day * DAY_MS).toISOString();
const NOTES = { tags: [], isPinned: false };

/** A startup on that day: from the fifth on with a newer kernel, from the eighth with a slower wasmtime. */
export function aStartup(day: number): RecordedExperiment {
  const environment: Environment = {
    ...INFO.environment,
    ...(day >= 5 && { kernel: '6.19.1' }),
  };
  const wobble = 1 + 0.03 * Math.sin(day * 2.3);
  const contenders = Object.entries(RUNTIMES).map(([runtime, kind], nth) => {
    const isSlower = runtime === 'wasmtime' && day >= 8;
    const typicalMs = kind === 'container' ? (day >= 5 ? 380 : 440) : 14 + 8 * nth;
    const typical = typicalMs * wobble * (isSlower ? 1.3 : 1);
    return {
      ...pretendedContender(runtime, kind, 30, typical),
      version: isSlower ? '39.0.0' : '38.0.1',
    };
  });
  const result: ExperimentResult = {
    experiment: 'startup',
    plan: PLAN,
    method: ['Each run is a start of the twin hello, from the request until its end was seen.'],
    ...{ contenders, dropped: [], ratios: pretendedRatios(contenders) },
    ...{ curves: [], tables: [], findings: [], warnings: [] },
    honesty: {
      floors: [pretendedMeasure('floor', 'An empty process', pretendedValues(30, 2.1, 3))],
      timerResolutionMs: 0.000041,
      before: { load1: 0.4 },
      during: { load1: 1.1 },
    },
    environment,
    ...{ startedAtIso: at(day), durationMs: 42_000, isPartial: false },
  };
  const entry: ExperimentEntry = {
    ...{ ...NOTES, kind: 'experiment', id: `e-day-${String(day)}`, atIso: at(day) },
    ...{ durationMs: 42_000, outcome: 'complete', experiment: 'startup', environment },
    runtimes: Object.keys(RUNTIMES),
  };
  return { entry, plan: PLAN, result };
}

const PLAN: RecordedExperiment['plan'] = {
  ...{ experiment: 'startup', runtimes: Object.keys(RUNTIMES), runs: 30, warmUps: 2, seed: 1 },
  ...{ stop: { kind: 'runs' }, limits: {}, also: [], coldPageCache: false },
};

/** One that was over before its first value. */
export function anInterrupted(): RecordedExperiment {
  const { entry, plan } = aStartup(0);
  return { entry: { ...entry, id: 'e-none', atIso: at(11), outcome: 'interrupted' }, plan };
}

function samples(untilMs: number, seed: number): Sample[] {
  return Array.from({ length: 40 }, (_, nth) => ({
    tMs: (nth * untilMs) / 40,
    cpuPercent: 60 + 30 * Math.sin(nth + seed),
    memory: { rssBytes: (20 + nth * (1 + seed)) * MIB, cgroupBytes: (22 + nth) * MIB },
  }));
}

export function aRecordedRun(nth: number, runtime: keyof typeof RUNTIMES): RecordedRun {
  const id = `r-${String(nth)}`;
  const [comparisonId, requestedAt] = [`c-${String(nth)}`, at(9 + nth / 10)];
  const workload = { kind: 'twin', ref: 'grow', args: ['--to', '64m', '--pace', '20ms'] } as const;
  const peak = { rssBytes: (60 + nth) * MIB, cgroupBytes: 61 * MIB };
  const { environment } = INFO;
  return {
    entry: {
      ...{ ...NOTES, kind: 'run', id, atIso: requestedAt, durationMs: 2000, outcome: 'exited' },
      ...{ exitCode: 0, comparisonId, runtime, runtimeVersion: '38.0.1', peak, environment },
      workload: { ...workload, args: [...workload.args] },
      ...(nth === 0 && { tags: ['thesis'], note: 'The first of all', isPinned: true }),
    },
    record: {
      ...{ id, comparisonId, runtime, runtimeVersion: '38.0.1', peak, environment, requestedAt },
      workload: { ...workload, args: [...workload.args] },
      ...{ limits: {}, enforcedBy: {}, isolation: [], warnings: [], durationMs: 2000 },
      outcome: { kind: 'exited', code: 0, reason: 'It ended with exit code 0.' },
      phases: [
        { name: 'spawn', startMs: 0, durationMs: 20, bound: 'the process was there' },
        { name: 'main', startMs: 20, durationMs: 1980, bound: 'the end' },
      ],
      samples: samples(2000, nth),
      ...{ stdout: '64 MiB\n', stderr: '', stdoutBytes: 7, stderrBytes: 0 },
      ...{ stdoutSha256: 'ab', truncated: false },
    },
  };
}

export function someAttempts(): AttemptsEntry {
  return {
    ...{ ...NOTES, kind: 'attempts', id: 'a-1', atIso: at(3), durationMs: 90_000 },
    ...{ outcome: 'complete', runtimes: ['docker:runc', 'wasmtime', 'v8'], tried: 204 },
    environment: INFO.environment,
  };
}

export function aRecording(): RecordingEntry {
  return {
    ...{ ...NOTES, kind: 'recording', id: 'i-1', atIso: at(10), durationMs: 600_000 },
    ...{ outcome: 'complete', instanceId: 'docker:4f1c2a', instanceKind: 'container' },
    ...{ name: 'shop-database', runtime: 'docker:runc', program: 'postgres:16' },
    environment: INFO.environment,
  };
}

/** Ten minutes, a reading a second. */
export function samplesOfRecording(): Sample[] {
  const fromMs = Date.parse(aRecording().atIso);
  return Array.from({ length: 600 }, (_, second) => {
    const bytes = 60_000_000 + 8_000_000 * Math.sin(second / 40) + second * 20_000;
    return {
      ...{ tMs: fromMs + second * 1000, cpuPercent: 30 + 25 * Math.sin(second / 25), pids: 7 },
      memory: { workingSetBytes: bytes, cgroupBytes: bytes * 1.3, limitBytes: 128 * 1024 ** 2 },
      ...{ rxBytes: second * 40_000, txBytes: second * 90_000 },
      ...{ readBytes: second * 4000, writtenBytes: second * 12_000 },
    };
  });
}
