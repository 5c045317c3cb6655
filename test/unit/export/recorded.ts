import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { ExperimentResultSchema } from '../../../src-main/contract/index.js';
import type {
  RecordedExperiment,
  RecordedRun,
  RunRecord,
} from '../../../src-main/contract/index.js';
import type { Origin } from '../../../src-main/export/index.js';
import { aRecord, sampleAt } from '../../support/store/records.js';

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

/** A real result, as docs/results has it. */
export async function anExperiment(
  name: 'startup' | 'memory' | 'speed' | 'density' | 'limits' | 'portability',
): Promise<RecordedExperiment> {
  const path = new URL(`../../../docs/results/${name}.json`, import.meta.url);
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
