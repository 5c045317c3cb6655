import { describe, expect, it } from 'vitest';
import type { RunRecord, RuntimeInfo } from '../../../src-main/contract/index.js';
import { paralelo, twinJson } from '../../support/paralelo.js';

const MIB = 1024 * 1024;

function laneOf(runs: RunRecord[], runtime: string): RunRecord {
  const run = runs.find((one) => one.runtime === runtime);
  if (run === undefined) throw new Error(`no lane of ${runtime}`);
  return run;
}

describe('paralelo twin', () => {
  it('shows an OOM kill on one side, a refused growth on the other, and both memory curves', async () => {
    const { document, code } = await twinJson(
      '--runtimes docker:runc,v8 --memory 64m --json grow -- --to 128m --step 1m'.split(' '),
    );
    expect(code).toBe(0);
    expect(document).toMatchObject({ twin: 'grow', sameOutput: false });
    const container = laneOf(document.runs, 'docker:runc');
    const module = laneOf(document.runs, 'v8');

    expect(container.outcome.kind).toBe('oom-killed');
    expect(container.enforcedBy.memory).toBe('cgroup');
    expect(container.peak.cgroupBytes).toBeGreaterThan(45 * MIB);
    expect(container.peak.cgroupBytes).toBeLessThanOrEqual(64 * MIB);

    expect(module.outcome).toMatchObject({ kind: 'memory-refused', code: 7 });
    expect(module.stdout).toMatch(/refused at \d+ bytes/);
    expect(module.peak.linearBytes).toBeGreaterThan(45 * MIB);
    expect(module.peak.linearBytes).toBeLessThanOrEqual(64 * MIB);

    for (const [run, name] of [
      [container, 'anonBytes'],
      [module, 'linearBytes'],
    ] as const) {
      const curve = run.samples.flatMap((sample) => sample.memory[name] ?? []);
      expect(curve.length, `${run.runtime} has few samples`).toBeGreaterThan(5);
      // The last reading may be of a process that is being taken down.
      expect(Math.max(...curve), `${run.runtime} did not grow`).toBeGreaterThan(30 * MIB);
    }
  });

  it('prints one identical checksum in both worlds and says so', async () => {
    const { document, code } = await twinJson(
      '--runtimes docker:runc,v8 --json sum -- --n 1000000'.split(' '),
    );
    expect(code).toBe(0);
    expect(document.sameOutput).toBe(true);
    expect(document.runs.map((run) => run.outcome)).toEqual([
      expect.objectContaining({ kind: 'exited', code: 0 }),
      expect.objectContaining({ kind: 'exited', code: 0 }),
    ]);
  });

  it('prints one identical checksum in every runtime that is here', async () => {
    const { stdout } = await paralelo(['runtimes', '--json']);
    const { runtimes } = JSON.parse(stdout) as { runtimes: RuntimeInfo[] };
    const here = runtimes.filter(({ available }) => available).map(({ id }) => id);
    const { document, code } = await twinJson(
      '--runtimes all --json sum -- --n 1000000'.split(' '),
    );
    expect(document.runs.map(({ runtime }) => runtime)).toEqual(here);
    expect(document.runs.map(({ stdout: printed }) => printed)).toEqual(
      here.map(() => document.runs[0]?.stdout),
    );
    expect({ code, same: document.sameOutput }).toEqual({ code: 0, same: true });
  });

  it('gives phases that are contiguous from the request to the end', async () => {
    const { document } = await twinJson(['--runtimes', 'docker:runc,v8', '--json', 'hello']);
    const names = document.runs.map((run) => run.phases.map((phase) => phase.name));
    expect(names[0]).toEqual(expect.arrayContaining(['create', 'start', 'main']));
    expect(names[1]).toEqual(
      expect.arrayContaining(['spawn', 'load', 'compile', 'instantiate', 'main']),
    );
    for (const run of document.runs) {
      let endMs = 0;
      for (const phase of run.phases) {
        expect(phase.startMs).toBeCloseTo(endMs, 6);
        endMs = phase.startMs + (phase.durationMs ?? Number.NaN);
      }
      expect(endMs).toBeCloseTo(run.durationMs, 6);
    }
  });

  it('ends what never ends by itself at the wall time, in both worlds', async () => {
    const { document } = await twinJson(
      '--runtimes docker:runc,v8 --timeout 700ms --json spin -- --forever'.split(' '),
    );
    expect(document.runs.map((run) => run.outcome.kind)).toEqual(['timed-out', 'timed-out']);
    expect(document.runs.map((run) => run.enforcedBy.time)).toEqual(['lab-kill', 'lab-kill']);
    const cpu = document.runs.map((run) => Math.max(...run.samples.map((s) => s.cpuPercent ?? 0)));
    for (const percent of cpu) expect(percent).toBeGreaterThan(10);
  });

  it('says which runtimes there are when one is unknown, and runs the others', async () => {
    const { document, code } = await twinJson(['--runtimes', 'v8,wasmtime9', '--json', 'hello']);
    expect(code).toBe(2);
    expect(document.runs[0]?.outcome.kind).toBe('exited');
    expect(document.runs[1]?.outcome).toMatchObject({
      kind: 'failed-to-start',
      errorCode: 'unknown-runtime',
      hint: expect.stringContaining('v8') as string,
    });
  });

  it('refuses an unknown twin and names the known ones', async () => {
    const { code, stdout } = await paralelo(['twin', 'nope', '--runtimes', 'v8', '--json']);
    expect(code).toBe(2);
    const { error } = JSON.parse(stdout) as {
      error: { code: string; hint: string; message: string };
    };
    expect(error.code).toBe('unknown-twin');
    expect(`${error.message} ${error.hint}`).toContain('grow');
  });
});
