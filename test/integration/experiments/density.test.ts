import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExperimentPlanSchema, validate } from '../../../src-main/contract/index.js';
import type { ExperimentPlanInput, ExperimentResult } from '../../../src-main/contract/index.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { openLab } from '../../bench/lib/lab.js';
import { V8_HOST } from '../../bench/lib/paths.js';
import { paralelo } from '../../support/paralelo.js';

const MIB = 1024 ** 2;
const density = (flags: string) => paralelo(['bench', 'density', ...flags.split(' ')]);
/** Medians of three: other programs that come and go with the same executable (Node) move PSS. */
const HERE = '--runtimes docker:runc,v8 --runs 3 --json';

function measure({ contenders }: ExperimentResult, runtime: string, id: string): number {
  const found = contenders.find((one) => one.runtime === runtime);
  return found?.measures.find((one) => one.id === id)?.median ?? Number.NaN;
}

describe('paralelo bench density', () => {
  it('finds that a guest which holds 4 MiB more takes about 4 MiB more, in both worlds', async () => {
    const results = [];
    for (const hold of ['1MiB', '5MiB']) {
      const { code, stdout } = await density(`${HERE} --instances 5 --hold ${hold}`);
      expect(code).toBe(0);
      results.push(JSON.parse(stdout) as ExperimentResult);
    }
    const [one, five] = results as [ExperimentResult, ExperimentResult];
    for (const runtime of ['docker:runc', 'v8', 'v8:shared-host']) {
      for (const id of ['marginal:pss', 'marginal:privateDirty']) {
        const more = measure(five, runtime, id) - measure(one, runtime, id);
        expect(more / MIB, `${runtime} ${id}`).toBeGreaterThan(3.2);
        expect(more / MIB, `${runtime} ${id}`).toBeLessThan(4.8);
      }
    }
    expect(measure(one, 'docker:runc', 'beside')).toBeGreaterThan(MIB / 2);
    expect(measure(one, 'v8', 'beside')).toBe(0);
    const [table] = one.tables;
    expect(table?.rows.map(({ cells }) => cells['reached'])).toEqual([5, 5, 5]);
    expect(table?.rows.map(({ cells }) => cells['programs'])).toEqual([
      expect.stringContaining('containerd-shim'),
      undefined,
      undefined,
    ]);
    expect(one.curves.filter(({ id }) => id === 'start')).toHaveLength(3);
    expect(one.contenders.map(({ measures }) => measures[0]?.id)).toEqual(
      Array.from({ length: 3 }, () => 'marginal:pss-all'),
    );
  });

  it('starts nothing where less than the safety line is free, and says so', async () => {
    const { code, stdout } = await density(
      '--runtimes v8 --no-shared-host --runs 1 --instances 3 --leave-free 4096GiB --json',
    );
    expect(code).toBe(1);
    const { contenders, dropped } = JSON.parse(stdout) as ExperimentResult;
    expect(contenders).toEqual([]);
    expect(dropped).toMatchObject([{ runtime: 'v8' }]);
    expect(dropped[0]?.why).toContain('would have left less than');
  });

  it.each([
    ['--instances 0', '--instances cannot be "0"'],
    ['--hold much', '--hold cannot be "much"'],
  ])('refuses %s with a reason, before anything runs', async (flags, reason) => {
    const { code, stdout, stderr } = await density(`--runtimes v8 ${flags}`);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});

describe('density that ends before its end', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await openLab();
  });
  afterEach(() => lab.close());

  const plan = (more: Partial<ExperimentPlanInput>) =>
    validate(
      ExperimentPlanSchema,
      { experiment: 'density', runs: 1, warmUps: 0, instances: 1000, ...more },
      'experiment',
    );

  it.each([
    ['docker:runc', containers],
    ['v8', hosts],
  ])('leaves no instance of %s when it is cancelled in the middle', async (runtime, guests) => {
    const before = guests();
    const one = lab.experiments.start(plan({ runtimes: [runtime], sharedHost: false }));
    await until(() => guests().length >= before.length + 3);
    one.stop();
    expect(await one.ended).toMatchObject({ isPartial: true });
    expect(guests()).toEqual(before);
  });

  it('keeps its steps when an instance is ended by somebody else, and leaves none', async () => {
    const before = containers();
    const one = lab.experiments.start(plan({ runtimes: ['docker:runc'] }));
    await until(() => containers().length >= before.length + 4);
    const [victim] = containers().filter((pid) => !before.includes(pid));
    process.kill(victim ?? Number.NaN, 'SIGKILL');
    const result = await one.ended;
    expect(containers()).toEqual(before);
    expect(result?.findings.at(-1)).toMatch(/and no further \(1 of 1 times\): One of the \d+ /);
    expect(result?.warnings.map(({ code }) => code)).toContain('ladder-broke');
  });

  it('leaves no shared process either, and the lab may close instead of a cancel', async () => {
    const before = hosts();
    const one = lab.experiments.start(plan({ runtimes: ['v8'], instances: 10_000, seed: 3 }));
    await until(() => hosts().length > before.length);
    await lab.close();
    expect(await one.ended).toMatchObject({ isPartial: true });
    expect(hosts()).toEqual(before);
  });
});

/** The guests of this experiment in containers, by their processes on this machine. */
function containers(): number[] {
  return processes(['--hold', '240h'].join('\0'));
}

/** The processes of V8 of this checkout. */
function hosts(): number[] {
  return processes(V8_HOST);
}

function processes(part: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      if (!/^\d+$/.test(name)) return [];
      const command = readFileSync(`/proc/${name}/cmdline`, 'latin1');
      return command.includes(part) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
