import type {
  Environment,
  RunRecord,
  RunStatus,
  Sample,
} from '../../../src-main/contract/index.js';
import { packSamples } from '../../../src-main/store/index.js';
import type { WriteItem } from '../../../src-main/store/index.js';

const ENVIRONMENT: Environment = {
  ...{ kernel: '6.1.0', cores: 2, memoryBytes: 8 * 1024 ** 3, os: 'linux', arch: 'x64' },
  labVersion: 'test',
};

export function sampleAt(tMs: number, value = tMs): Sample {
  return { tMs, cpuPercent: value % 100, memory: { rssBytes: 4096 * value }, pids: 1 };
}

/** As a container has it: with all that a cgroup tells. */
export function aContainerSample(tMs: number, value = tMs): Sample {
  const bytes = 40_000_000 + value * 4096;
  return {
    ...{ tMs, cpuPercent: value % 100, cpuTimeMs: value / 3, pids: 1 },
    memory: { cgroupBytes: bytes, workingSetBytes: bytes, anonBytes: bytes, rssBytes: bytes },
    ...{ readBytes: value, writtenBytes: value, rxBytes: value * 2, txBytes: value * 3 },
  };
}

export function aStatus(id: string, more: Partial<RunStatus> = {}): RunStatus {
  return {
    ...{ id, comparisonId: `c-${id}`, runtime: 'wasmtime', kind: 'wasm', state: 'running' },
    workload: { kind: 'twin', ref: 'grow', args: ['--to', '8m'] },
    ...{ limits: {}, enforcedBy: {}, phases: [], isolation: [], warnings: [] },
    ...more,
  };
}

/** How a run begins to be kept. */
export function aBeginning(id: string): WriteItem {
  const requestedAtIso = new Date().toISOString();
  return { kind: 'run', status: aStatus(id), requestedAtIso, environment: ENVIRONMENT };
}

export function someSamples(entry: string, samples: readonly Sample[]): WriteItem {
  return { kind: 'samples', entry, packed: packSamples(samples) };
}

export function aRecord(id: string, more: Partial<RunRecord> = {}): RunRecord {
  return {
    ...{ id, comparisonId: `c-${id}`, runtime: 'wasmtime', runtimeVersion: '38.0.1' },
    workload: { kind: 'twin', ref: 'grow', args: ['--to', '8m'] },
    ...{ limits: { memoryBytes: 1024 }, enforcedBy: { memory: 'engine-flag' } },
    outcome: { kind: 'exited', code: 0, reason: 'It ended with exit code 0.' },
    ...{ requestedAt: new Date().toISOString(), durationMs: 40, samples: [] },
    phases: [{ name: 'main', startMs: 3, durationMs: 37, bound: 'the end' }],
    peak: { rssBytes: 4096 },
    ...{ stdout: `${id}\n`, stderr: '', stdoutBytes: id.length + 1, stderrBytes: 0 },
    ...{ stdoutSha256: 'ab', truncated: false, isolation: [], warnings: [] },
    environment: ENVIRONMENT,
    ...more,
  };
}

/** How its end is kept. */
export function anEnd(record: RunRecord): WriteItem {
  const { samples, ...bare } = record;
  return { kind: 'run-ended', record: bare, packed: packSamples(samples) };
}
