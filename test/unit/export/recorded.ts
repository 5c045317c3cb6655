import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { ExperimentResultSchema, PROBE_SETS } from '../../../src-main/contract/index.js';
import type {
  RecordedAttempts,
  RecordedExperiment,
  RecordedInstance,
  RecordedRun,
  RunRecord,
} from '../../../src-main/contract/index.js';
import type { Origin } from '../../../src-main/export/index.js';
import { RUNTIMES } from '../../support/fake-machine.js';
import { fakeMatrix } from '../../support/fake-matrix.js';
import { aContainerSample, aRecord, sampleAt } from '../../support/store/records.js';

export const ORIGIN: Origin = {
  createdAtIso: '2026-01-02T03:04:05.678Z',
  labVersion: '0.1.0',
  machine: { os: 'Debian 12', arch: 'x64' },
};

export function aRun(id: string, more: Partial<RunRecord> = {}): RecordedRun {
  const requestedAt = '2026-01-01T00:00:00.000Z';
  const samples = [sampleAt(0), sampleAt(100.5), { ...sampleAt(200), pids: 3 }];
  const record = aRecord(id, { samples, requestedAt, ...more });
  const { runtime, comparisonId, workload } = record;
  return {
    entry: {
      ...{ kind: 'run', id, atIso: requestedAt, tags: ['thesis'], isPinned: false },
      ...{ outcome: 'exited', comparisonId, runtime, workload, note: 'A note' },
    },
    record,
  };
}

const BEGUN_MS = Date.UTC(2026, 0, 1);

/** A minute of a container: its first half kept by steps, the other sample by sample. */
export function aRecordingOf(id: string, name = 'shop-database'): RecordedInstance {
  const atSecond = (second: number, value = second) =>
    aContainerSample(BEGUN_MS + second * 1000, value);
  const samples = Array.from({ length: 30 }, (_, at) => atSecond(30 + at));
  const steps = [0, 10, 20].map((second) => {
    const count = { ...atSecond(second), ...manyOf(10) };
    const [min, mean, max] = [0, 4.5, 9].map((more) => atSecond(second, second + more));
    if (min === undefined || mean === undefined || max === undefined) throw new Error('no step');
    return { stepMs: 10_000, min, mean, max, count };
  });
  return {
    entry: {
      ...{ kind: 'recording', id, atIso: new Date(BEGUN_MS).toISOString(), durationMs: 60_000 },
      ...{ tags: ['shop'], isPinned: false, outcome: 'complete', note: 'Under load' },
      ...{ instanceId: 'a'.repeat(64), instanceKind: 'container', name },
      ...{ runtime: 'docker:runc', program: 'postgres:16' },
      environment: aRecord('r').environment,
    },
    ...{ samples, steps },
  };
}

function manyOf(n: number) {
  const memory = { cgroupBytes: n, workingSetBytes: n, anonBytes: n, rssBytes: n };
  return {
    ...{ memory, cpuPercent: n, cpuTimeMs: n, pids: n },
    ...{ readBytes: n, writtenBytes: n, rxBytes: n, txBytes: n },
  };
}

export function someAttempts(id: string): RecordedAttempts {
  const matrix = fakeMatrix(RUNTIMES, PROBE_SETS);
  const runtimes = matrix.runtimes.map((runtime) => runtime.id);
  return {
    entry: {
      ...{ kind: 'attempts', id, atIso: matrix.startedAtIso, tags: [], isPinned: false },
      ...{ outcome: 'complete', runtimes, tried: matrix.results.length },
    },
    matrix,
  };
}

type ExperimentName = 'startup' | 'memory' | 'speed' | 'density' | 'limits' | 'portability';

/** A real result, as docs/results has it. */
export function anExperiment(name: ExperimentName): Promise<RecordedExperiment> {
  return experimentIn(`../../../docs/results/${name}.json`, name);
}

/** The one that was exported into `test/fixtures/export/version-1.paralelo`. */
export function anExperimentOfVersion1(): Promise<RecordedExperiment> {
  return experimentIn('../../fixtures/export/version-1-limits.json', 'limits');
}

async function experimentIn(file: string, name: ExperimentName): Promise<RecordedExperiment> {
  const path = new URL(file, import.meta.url);
  const result = v.parse(ExperimentResultSchema, JSON.parse(await readFile(path, 'utf8')));
  const { plan, startedAtIso: atIso, durationMs } = result;
  return {
    entry: {
      ...{ kind: 'experiment', id: `e-${name}`, atIso, durationMs, tags: [], isPinned: false },
      ...{ outcome: 'complete', experiment: name, runtimes: plan.runtimes },
    },
    ...{ plan, result },
  };
}
