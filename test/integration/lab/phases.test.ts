import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runtimeKindOf } from '../../../src-main/contract/index.js';
import type { Limits, RunRecord, RunRequestInput } from '../../../src-main/contract/index.js';
import { quietRun } from '../../../src-main/lab/quiet-run.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { openLab } from '../../bench/lib/lab.js';
import { uncovered } from '../../support/uncovered.js';

const RUNTIMES = [
  'docker:runc',
  'docker:crun',
  'podman:crun',
  'v8',
  'wasmtime',
  'wasmtime:aot',
  'wazero',
  'wasmedge',
  'bun',
];
const TIMES = 8;
const MOST_APART_MS = 0.1;

let lab: Lab;
let here: string[] = [];
beforeAll(async () => {
  lab = await openLab();
  const { runtimes } = await lab.catalogue.list(false);
  here = runtimes.flatMap(({ id, available }) => (available ? [id] : []));
});
afterAll(() => lab.close());

const run = (runtime: string, workload: RunRequestInput['workload'], limits: Limits = {}) =>
  quietRun(
    lab.comparisons,
    { runtime, workload, limits },
    { signal: new AbortController().signal },
  );

function expectWhole({ phases, durationMs }: RunRecord): void {
  const [first] = phases;
  expect(first?.startMs).toBe(0);
  const ends = phases.map(({ startMs, durationMs: ms }) => startMs + (ms ?? Number.NaN));
  phases.slice(1).forEach(({ startMs }, at) => expect(startMs).toBeCloseTo(ends[at] ?? -1, 6));
  const sumMs = phases.reduce((sum, phase) => sum + (phase.durationMs ?? Number.NaN), 0);
  expect(Math.abs(sumMs - durationMs)).toBeLessThan(MOST_APART_MS);
  expect(phases.every((phase) => (phase.durationMs ?? -1) >= 0)).toBe(true);
}

/** What cannot be seen is told, and never nothing. */
function expectParts(runtime: string, { phases }: RunRecord): void {
  for (const { name, startMs, durationMs = Number.NaN, parts, unseen } of phases) {
    const isContainerStart = name === 'start' && !runtime.startsWith('v8');
    if (!isContainerStart) expect(parts).toBeUndefined();
    if (parts === undefined) {
      if (isContainerStart) expect(unseen).toMatch(/\.$/);
      continue;
    }
    expect(parts[0]).toMatchObject({ from: 'asked', startMs });
    expect(parts.at(-1)?.to).toBe('seen');
    parts.slice(1).forEach(({ from }, at) => expect(from).toBe(parts[at]?.to));
    const sumMs = parts.reduce((sum, part) => sum + part.durationMs, 0);
    expect(Math.abs(sumMs - durationMs)).toBeLessThan(MOST_APART_MS);
    expect(parts.every((part) => part.durationMs >= 0)).toBe(true);
  }
}

function isHere(runtime: string): boolean {
  if (here.includes(runtime)) return true;
  uncovered(`The phases of runs in ${runtime}`, 'It is not here.');
  return false;
}

/** Wasm engines leave nothing behind that tells of their start. */
const CONTAINERS = RUNTIMES.filter((id) => runtimeKindOf(id) === 'container');

it.each(CONTAINERS)(
  'the start of a container in %s is split at what it leaves behind, the cgroup of one that goes on at least',
  async (runtime) => {
    if (!isHere(runtime)) return;
    const record = await run(runtime, { kind: 'twin', ref: 'spin', args: ['--for', '200ms'] }, {});
    const marks = record.phases.flatMap(({ parts = [] }) => parts.map(({ to }) => to));
    expect(marks).toContain('cgroup');
    expectParts(runtime, record);
  },
);

describe.each(RUNTIMES)('the phases of runs in %s', (runtime) => {
  it('follow each other without a gap and come to the whole', async () => {
    if (!isHere(runtime)) return;
    for (let time = 0; time < TIMES; time += 1) {
      const record = await run(runtime, { kind: 'twin', ref: 'hello', args: [] });
      expect(record.outcome).toMatchObject({ kind: 'exited', code: 0 });
      expectWhole(record);
      expectParts(runtime, record);
    }
  });

  it('do so too when the guest exits with an error, or is silent and ended at its time', async () => {
    if (!isHere(runtime)) return;
    const spin = { kind: 'twin' as const, ref: 'spin', args: ['--forever'] };
    const timedOut = await run(runtime, spin, { timeoutMs: 700 });
    expect(timedOut.outcome.kind).toBe('timed-out');
    expectWhole(timedOut);
    const wrong = await run(runtime, { kind: 'twin', ref: 'hello', args: ['--no-such-option'] });
    expect(wrong.outcome).toMatchObject({ kind: 'exited', code: 2 });
    expectWhole(wrong);
  });
});
