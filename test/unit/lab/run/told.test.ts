import { expect, test } from 'vitest';
import * as v from 'valibot';
import { RunRecordSchema, RunRequestSchema } from '../../../../src-main/contract/index.js';
import type { Environment, RunRecord } from '../../../../src-main/contract/index.js';
import { Run } from '../../../../src-main/lab/run/run.js';
import { Sampler } from '../../../../src-main/lab/sampler.js';
import { monotonicMs } from '../../../../src-main/metrics/index.js';
import type { PreparedRun, Runtime } from '../../../../src-main/runtimes/runtime.js';

const ENVIRONMENT: Environment = {
  kernel: 'none',
  cores: 1,
  memoryBytes: 1,
  os: 'none',
  arch: 'none',
  labVersion: '0',
};

const USAGE = { userTimeMs: 3, systemTimeMs: 1.5, maxRssBytes: 4096 };

/** A run of a runtime that ends at once, and reports two calls and its usage where it traces them. */
async function recordOf(tracesCalls: boolean): Promise<RunRecord> {
  const prepared: PreparedRun = {
    workload: { kind: 'module', ref: '/x.wasm', args: [] },
    enforcedBy: {},
    warnings: [],
    isolation: [],
    ...(tracesCalls ? { tracesCalls } : {}),
    launch: (observer) => {
      if (tracesCalls) observer.usage(USAGE);
      if (tracesCalls) observer.importCalls({ 'wasi_snapshot_preview1.fd_write': 2 });
      const ending = { kind: 'exited' as const, code: 0, reason: 'done', atMs: monotonicMs() };
      return Promise.resolve({ ended: Promise.resolve(ending), kill: () => Promise.resolve() });
    },
  };
  const runtime = { prepare: () => Promise.resolve(prepared) } as unknown as Runtime;
  const none = (): void => undefined;
  const request = v.parse(RunRequestSchema, {
    runtime: 'v8',
    workload: { kind: 'module', ref: '/x.wasm' },
    traceCalls: true,
  });
  const run = new Run(request, {
    comparisonId: 'c',
    sampler: new Sampler(),
    twins: {
      locate: () => {
        throw new Error('no twins');
      },
    },
    events: { changed: none, sampled: none, wrote: none, ended: none },
    newId: () => 'r',
    environment: () => Promise.resolve(ENVIRONMENT),
    resolveRuntime: () => Promise.resolve({ ...runtime, info: { kind: 'wasm' } } as Runtime),
    exitMeanings: () => ({}),
  });
  await run.prepare();
  await run.launch(monotonicMs());
  return run.ended;
}

test('the record has how often each import was called', async () => {
  const record = await recordOf(true);
  expect(record.importCalls).toEqual({ 'wasi_snapshot_preview1.fd_write': 2 });
  expect(record.warnings).toEqual([]);
});

test('a runtime that cannot count them says so in the record, which then has no counts', async () => {
  const record = await recordOf(false);
  expect(record).not.toHaveProperty('importCalls');
  expect(record.warnings.map(({ code }) => code)).toEqual(['calls-not-traced']);
});

test('the record has what its process used in all, which is its highest RSS too, or nothing of it', async () => {
  const record = await recordOf(true);
  expect(record.usage).toEqual(USAGE);
  expect(record.peak).toEqual({ rssBytes: 4096 });
  expect(v.parse(RunRecordSchema, { ...record, runtimeVersion: undefined }).usage).toEqual(USAGE);
  expect(await recordOf(false)).not.toHaveProperty('usage');
});
