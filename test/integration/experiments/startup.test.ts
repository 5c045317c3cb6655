import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../../src-main/contract/index.js';
import { RUN_LABEL } from '../../../src-main/runtimes/docker/labels.js';
import { theEngine } from '../../support/docker/engine.js';
import { PlainContainers } from '../../support/docker/instances.js';
import { provideShellImage } from '../../support/docker/shell-image.js';
import { CLI, paralelo } from '../../support/paralelo.js';
import { uncovered } from '../../support/uncovered.js';

const startup = (...args: string[]) => paralelo(['bench', 'startup', ...args]);

async function under(runtimes: string, also: string): Promise<ExperimentResult> {
  const { code, stdout } = await startup(
    ...['--runtimes', runtimes, '--also', also, '--runs', '3', '--warm-ups', '0', '--json'],
  );
  expect(code).toBe(0);
  return JSON.parse(stdout) as ExperimentResult;
}

/** Another engine of this machine may have taken its bridge away. */
async function whyNoDefaultNetwork(): Promise<string | undefined> {
  const engine = await theEngine();
  const plain = new PlainContainers(engine);
  await provideShellImage(engine);
  try {
    await plain.start('exit 0', { host: { NetworkMode: 'bridge' } });
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } finally {
    await plain.removeAll();
    engine.client.close();
  }
}

/** The lab's containers that are frozen now: no other test freezes one. */
async function pausedRuns(): Promise<unknown> {
  const engine = await theEngine();
  try {
    const filters = JSON.stringify({ label: [RUN_LABEL], status: ['paused'] });
    const query = { all: true, filters };
    return await engine.client.json({ method: 'GET', path: '/containers/json', query });
  } finally {
    engine.client.close();
  }
}

describe('paralelo bench startup', () => {
  it('gives every raw value of each contender, their summaries, ratios, doubt and the machine', async () => {
    const { code, stdout } = await startup(
      ...'--runtimes docker:runc,v8 --runs 4 --warm-ups 1 --seed 7 --json'.split(' '),
    );
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as ExperimentResult;
    expect(result).toMatchObject({
      experiment: 'startup',
      plan: { runs: 4, warmUps: 1, seed: 7, runtimes: ['docker:runc', 'v8'] },
      dropped: [],
      isPartial: false,
    });
    expect(result.contenders.map(({ runtime }) => runtime)).toEqual(['docker:runc', 'v8']);
    for (const { raw, n, median, p5, p95, ci95, unit } of result.contenders) {
      expect({ count: raw.length, n, unit }).toEqual({ count: 4, n: 4, unit: 'ms' });
      expect(Math.min(...raw)).toBeLessThanOrEqual(p5);
      expect(p95).toBeLessThanOrEqual(Math.max(...raw));
      expect(ci95[0]).toBeLessThanOrEqual(median);
      expect(ci95[1]).toBeGreaterThanOrEqual(median);
    }
    expect(result.ratios).toHaveLength(1);
    expect(result.honesty.floors[0]?.n).toBe(4);
    expect(result.honesty.overhead?.n).toBe(8);
    expect(result.warnings.map(({ code: one }) => one)).toContain('no-interval');
    expect(result.environment.kernel).not.toBe('');
  });

  it('splits each start in phases that come to the total', async () => {
    const { stdout } = await startup(
      ...'--runtimes docker:runc,v8 --runs 3 --warm-ups 0 --json'.split(' '),
    );
    const { contenders } = JSON.parse(stdout) as ExperimentResult;
    for (const { measures, raw } of contenders) {
      const phases = measures.filter(({ id }) => id.startsWith('phase-'));
      expect(phases.length).toBeGreaterThan(2);
      raw.forEach((totalMs, run) => {
        const sumMs = phases.reduce((sum, phase) => sum + (phase.raw[run] ?? Number.NaN), 0);
        expect(Math.abs(sumMs - totalMs)).toBeLessThan(0.1);
      });
    }
  });

  it('starts a new instance in a process that is up, as a contender of its own', async () => {
    const { contenders, dropped, method } = await under('docker:runc,v8', 'new-instance');
    expect(dropped).toEqual([]);
    expect(contenders.map(({ runtime, n }) => [runtime, n])).toEqual([
      ['docker:runc', 3],
      ['v8', 3],
      ['v8 new-instance', 3],
    ]);
    expect(method.join(' ')).toContain('“new-instance”');
    const created = contenders[0]?.measures.find(({ id }) => id === 'start-created');
    created?.raw.forEach((ms, run) => expect(ms).toBeLessThan(contenders[0]?.raw[run] ?? 0));
    expect(created?.n).toBe(3);
  });

  it('starts a container with the default network, where the engine has one', async () => {
    const why = await whyNoDefaultNetwork();
    if (why !== undefined) {
      uncovered('a start with the default network', why);
      return;
    }
    const { contenders, dropped } = await under('docker:runc', 'network');
    expect(dropped).toEqual([]);
    expect(contenders.map(({ runtime, n }) => [runtime, n])).toEqual([
      ['docker:runc', 3],
      ['docker:runc network', 3],
    ]);
  });

  it('unpauses a container that was paused, as a contender of its own, and leaves none behind', async () => {
    const { contenders, dropped, method } = await under('docker:runc,v8', 'unpause');
    expect(dropped).toEqual([]);
    expect(contenders.map(({ runtime, n }) => [runtime, n])).toEqual([
      ['docker:runc', 3],
      ['docker:runc unpause', 3],
      ['v8', 3],
    ]);
    const [whole, unpause] = contenders;
    expect(unpause?.median).toBeLessThan(whole?.median ?? 0);
    expect(method.join(' ')).toContain('“unpause”');
    expect(await pausedRuns()).toEqual([]);
  });

  it('prints a table, the sentences and what to doubt', async () => {
    const { code, stdout } = await startup(...'--runtimes v8 --runs 2 --warm-ups 0'.split(' '));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^contender +n +median +95 % interval/m);
    expect(stdout).toMatch(/^v8 +2 +[\d.]+ ms/m);
    expect(stdout).toContain('An empty process: ');
    expect(stdout).toMatch(/^The smallest step of the clock: \d+ ns\.$/m);
    expect(stdout).toMatch(
      /^The machine before: load [\d.]+.*; during: load [\d.]+.* % busy.*\.$/m,
    );
    expect(stdout).toContain('Warning: Fewer than 6 runs of v8');
  });

  it.each([
    ['--runs 0', '--runs cannot be "0"'],
    ['--runs 1000000000', '--runs cannot be "1000000000"'],
    ['--width 7', '--width cannot be "7"'],
    ['--time 2', '--time cannot be "2"'],
    ['--time 2m --width 0.1', 'exclude each other'],
    ['--runtimes nothing', 'nothing'],
  ])('refuses %s with a reason, before anything runs', async (flags, reason) => {
    const { code, stdout, stderr } = await startup(...flags.split(' '));
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(reason);
  });

  it('that is interrupted prints what was measured, and says that it is not the whole', async () => {
    const child = spawn(
      process.execPath,
      [CLI, 'bench', 'startup', ...'--runtimes v8 --runs 100000 --warm-ups 0 --json'.split(' ')],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    let asked = false;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      // The first line says that it begins; that some runs have ended nothing tells, so they are given time.
      if (!asked && text.includes('of at most')) {
        asked = true;
        setTimeout(() => child.kill('SIGINT'), 1500);
      }
    });
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(130);
    const result = JSON.parse(stdout) as ExperimentResult;
    expect(result.isPartial).toBe(true);
    expect(result.contenders[0]?.n).toBeGreaterThan(0);
  });
});
