import { describe, expect, it } from 'vitest';
import type { ExperimentName, ExperimentStatus } from '../../../../../src-main/contract/index.js';
import { ExperimentPlanSchema, validate } from '../../../../../src-main/contract/index.js';
import {
  measureRows,
  valuesSummary,
} from '../../../../../src-renderer/views/experiments/contenders.js';
import { phaseRows } from '../../../../../src-renderer/views/experiments/phases.js';
import { mostValues, rawRows } from '../../../../../src-renderer/views/experiments/raw-values.js';
import {
  firstChoice,
  firstTexts,
  readPlan,
} from '../../../../../src-renderer/views/experiments/plan/plan-form.js';
import { PLAN_KINDS } from '../../../../../src-renderer/views/experiments/plan/plan-kinds.js';
import { NO_PROGRAM } from '../../../../../src-renderer/views/experiments/plan/plan-program.js';
import type { PlanTexts } from '../../../../../src-renderer/views/experiments/plan/plan-form.js';
import {
  bareText,
  fineTime,
  short,
  stateText,
} from '../../../../../src-renderer/views/experiments/words.js';
import { FakeExperiments } from '../../../../support/fake-experiments.js';
import { RUNTIMES } from '../../../../support/fake-machine.js';
import { pretendedContender, pretendedMeasure } from '../../../../support/fake-values.js';

const PLAN = validate(
  ExperimentPlanSchema,
  { experiment: 'startup', runtimes: ['docker:runc', 'v8'], runs: 40 },
  'plan',
);

function resultAfter(runs: number) {
  const lab = new FakeExperiments(
    () => undefined,
    () => RUNTIMES,
  );
  lab.answer('experiments.start', PLAN);
  const [one] = lab.all;
  if (one === undefined) throw new Error('none');
  one.runs = runs;
  return lab.resultOf(one);
}

describe('the plan form', () => {
  const read = (
    more: Partial<PlanTexts>,
    experiment: ExperimentName = 'startup',
    runtimes = ['v8'],
  ) => readPlan(experiment, runtimes, { ...firstTexts(experiment), ...more });
  const COMMON = { runtimes: ['v8'], warmUps: 2, seed: 1, stop: { kind: 'runs' }, limits: {} };

  it('reads what is typed as a plan that the lab accepts', () => {
    const found = read({ runs: ' 12 ', stop: 'interval', percent: '2,5' });
    expect(found).toEqual({
      plan: {
        ...{ ...COMMON, experiment: 'startup', runs: 12, also: [] },
        stop: { kind: 'interval', relativeWidth: 0.025 },
      },
    });
  });

  it('begins with a plan that the lab accepts for every experiment', () => {
    for (const name of Object.keys(PLAN_KINDS) as ExperimentName[]) {
      const found = read({}, name);
      if (!('plan' in found)) throw new Error(`${name}: ${JSON.stringify(found.errors)}`);
      expect(validate(ExperimentPlanSchema, found.plan, 'plan').experiment).toBe(name);
    }
  });

  it('reads sizes, counts and limits of the experiment that they belong to', () => {
    const own = { toBytes: '64 MiB', stepBytes: '1m', instances: 'x' };
    const limits = { memoryBytes: '32m', cpus: '0.5', pids: 'x' };
    expect(read({ own, limits, touched: false }, 'memory')).toMatchObject({
      plan: {
        ...{ experiment: 'memory', toBytes: 64 * 1024 ** 2, stepBytes: 1024 ** 2, touched: false },
        limits: { memoryBytes: 32 * 1024 ** 2, cpus: 0.5 },
      },
    });
    expect(read({ own, limits }, 'density')).toHaveProperty('errors.instances');
    expect(read({ limits }, 'limits')).toHaveProperty('errors.pids');
  });

  it('asks for the conditions that are ticked', () => {
    const also = { network: true, unpause: true, 'new-instance': false };
    expect(read({ also })).toMatchObject({ plan: { also: ['network', 'unpause'] } });
  });

  it('asks for an empty page cache only when it is ticked, and for a wall time', () => {
    expect(read({})).not.toHaveProperty('plan.coldPageCache');
    expect(read({ coldPageCache: true })).toHaveProperty('plan.coldPageCache', true);
    expect(read({ limits: { timeoutMs: '10 s' } }, 'portability')).toHaveProperty(
      'plan.limits.timeoutMs',
      10_000,
    );
  });

  it('asks for no unpaused container of a program of your own', () => {
    const also = { network: false, unpause: true, 'new-instance': true };
    const program = { ...firstTexts('startup').program, image: 'alpine', module: 'a.wasm' };
    expect(read({ also, program })).toMatchObject({ plan: { also: ['new-instance'] } });
  });

  it('asks for what a program of your own may reach, and for nothing without one', () => {
    const own = { ...NO_PROGRAM, image: 'alpine', module: 'a.wasm' };
    const reach = { volumes: '/srv:/data:ro', env: 'A=1', stdinPath: ' /etc/hosts ' };
    expect(read({ program: { ...own, ...reach } }, 'portability')).toMatchObject({
      plan: {
        grants: {
          ...{ env: { A: '1' }, network: 'none', stdinPath: '/etc/hosts' },
          volumes: [{ hostPath: '/srv', guestPath: '/data', readOnly: true }],
        },
      },
    });
    expect(read({ program: own })).not.toHaveProperty('plan.grants');
    expect(read({ program: { ...NO_PROGRAM, ...reach } })).not.toHaveProperty('plan.grants');
    expect(read({ program: { ...own, volumes: 'x', env: 'x' } })).toMatchObject({
      errors: { volumes: expect.stringContaining('host:guest') as string },
    });
  });

  it('asks for the kernels that are ticked, for all of them by saying nothing', () => {
    const all = firstTexts('speed').kernels;
    expect(read({}, 'speed')).not.toHaveProperty('plan.kernels');
    const some = { ...all, files: false, copy: false, parse: false };
    expect(read({ kernels: some }, 'speed')).toMatchObject({
      plan: { kernels: ['sieve', 'sha256', 'matrix', 'sort'] },
    });
    const none = Object.fromEntries(Object.keys(all).map((name) => [name, false])) as typeof all;
    expect(read({ kernels: none }, 'speed')).toEqual({
      errors: { kernels: 'Choose at least one.' },
    });
  });

  it('says at each field what does not fit', () => {
    expect(read({ runs: '0', warmUps: 'x', seed: '1.5' }, 'startup', [])).toEqual({
      errors: {
        runtimes: 'Choose at least one.',
        runs: 'Between 1 and 100\u202f000.',
        warmUps: 'Between 0 and 1\u202f000.',
        seed: 'A whole number.',
      },
    });
  });

  it('asks for a number of steps that a line can be drawn through', () => {
    for (const stepBytes of ['128 MiB', '1k']) {
      expect(read({ own: { toBytes: '128 MiB', stepBytes } }, 'memory')).toEqual({
        errors: { stepBytes: '2 to 512 steps in all.' },
      });
    }
  });

  it('looks at the time and the width only where they are the rule', () => {
    expect(read({ seconds: 'x', percent: 'x' })).toHaveProperty('plan');
    expect(read({ stop: 'time', seconds: 'x' })).toHaveProperty('errors.seconds');
    expect(read({ stop: 'time', seconds: '90' })).toMatchObject({
      plan: { stop: { kind: 'time', ms: 90_000 } },
    });
  });

  it('takes a program of the user, as what the chosen runtimes need', () => {
    const program = { ...NO_PROGRAM, module: ' /tmp/a.wasm ', moduleArgs: "--n 1 'two words'" };
    expect(read({ program: { ...program, ignore: '\\d+ ms' } })).toMatchObject({
      plan: {
        program: {
          module: { ref: '/tmp/a.wasm', args: ['--n', '1', 'two words'] },
          ignore: '\\d+ ms',
        },
      },
    });
    expect(read({ program }, 'startup', ['docker:runc', 'v8'])).toEqual({
      errors: { image: 'The chosen containers need one.' },
    });
    expect(read({ program: { ...NO_PROGRAM, image: 'a' } }, 'portability')).toEqual({
      errors: { module: 'The chosen Wasm runtimes need one.' },
    });
    expect(read({ program: { ...program, moduleArgs: "'", ignore: '(' } })).toEqual({
      errors: {
        moduleArgs: "A ' is opened and never closed.",
        ignore: 'A regular expression.',
      },
    });
    expect(read({ program }, 'memory')).not.toHaveProperty('plan.program');
  });

  it('chooses a container and a few plain Wasm runtimes at first', () => {
    const here = RUNTIMES.filter(({ available }) => available);
    expect(firstChoice(here)).toEqual(['docker:runc', 'v8', 'wasmtime', 'wazero']);
    expect(firstChoice([])).toEqual([]);
  });
});

describe('the rows of a measure', () => {
  it('keep the order of the plan while it runs, and stand by their medians in the end', () => {
    const order = (isOver: boolean) =>
      measureRows(resultAfter(20), 'total', new Map(), isOver).map((row) => row.contender.runtime);
    expect(order(false)).toEqual(['docker:runc', 'v8']);
    expect(order(true)).toEqual(['v8', 'docker:runc']);
  });

  it('say where a runtime does not tell a measure, and put it last', () => {
    const rows = measureRows(resultAfter(20), 'phase-create', new Map(), true);
    expect(rows.map(({ measure }) => measure !== undefined)).toEqual([true, false]);
    expect(valuesSummary(rows)).toMatch(/^docker:runc: 20 values, median .* v8: not told\.$/);
  });

  it('become a table of raw values in parts, outliers marked, shorter ones with gaps', () => {
    const contender = pretendedContender('v8', 'wasm', 3, 20);
    const look = { kind: 'wasm', hue: 'w1' } as const;
    const row = (raw: number[]) => ({
      ...{ key: String(raw.length), contender, look },
      measure: pretendedMeasure('total', '', raw),
    });
    const rows = [row([10, 11, 12, 10, 90]), row([1, 2])];
    expect(mostValues(rows)).toBe(5);
    expect(rawRows(rows, 1, 2)).toEqual([
      {
        run: 2,
        cells: [
          { value: 11, isOutlier: false },
          { value: 2, isOutlier: false },
        ],
      },
      { run: 3, cells: [{ value: 12, isOutlier: false }, undefined] },
    ]);
    expect(rawRows(rows, 4, 100)).toEqual([
      { run: 5, cells: [{ value: 90, isOutlier: true }, undefined] },
    ]);
  });
});

describe('the waterfall of medians', () => {
  const phase = (name: string, value: number) => pretendedMeasure(`phase-${name}`, name, [value]);

  it('puts phases one behind the other, all rows on the axis of the longest', () => {
    const [slow, fast] = phaseRows([
      [pretendedMeasure('total', '', [99]), phase('create', 30), phase('start', 50)],
      [phase('spawn', 20)],
    ]);
    expect(slow?.segments.map(({ name, from, share }) => [name, from, share])).toEqual([
      ['create', 0, 0.375],
      ['start', 0.375, 0.625],
    ]);
    expect([slow?.sum, slow?.end]).toEqual([80, 1]);
    expect([fast?.sum, fast?.end]).toEqual([20, 0.25]);
  });

  it('leaves a row empty that has no phases', () => {
    expect(phaseRows([[]])).toEqual([{ segments: [], end: 0, sum: 0 }]);
  });
});

describe('the words of an experiment', () => {
  it('leave out a unit that stands elsewhere, but for bytes', () => {
    expect(bareText(14.23, 'ms')).toBe('14.2');
    expect(bareText(3 * 1024 ** 2, 'B')).toBe('3.0 MiB');
  });

  const status = (more: Partial<ExperimentStatus>): ExperimentStatus => ({
    ...{ id: 'e1', plan: PLAN, state: 'running', done: 12, total: 80 },
    ...more,
  });

  it('say how far it is and how it ended', () => {
    expect(stateText(status({}))).toBe('12 of at most 80');
    expect(stateText(status({ remainingMs: 4200 }))).toBe('12 of at most 80, 4.20 s left');
    expect(stateText(status({ state: 'paused' }))).toBe('paused at 12 of at most 80');
    expect(stateText(status({ state: 'ended', done: 80 }))).toBe('ended, 80 runs');
    expect(stateText(status({ state: 'ended', done: 0 }))).toBe('stopped before its first run');
    expect(stateText(status({ state: 'ended' }), resultAfter(6))).toBe(
      'stopped, 12 of at most 80 runs',
    );
  });

  it('do not call it stopped where its stop rule was met', () => {
    const result = { ...resultAfter(6), isPartial: false };
    expect(stateText(status({ state: 'ended' }), result)).toBe('ended, 12 of at most 80 runs');
  });

  it('write three figures', () => {
    expect([0.41349, 14.21, 1204.4, 0, 1_234_567].map(short)).toEqual([
      '0.413',
      '14.2',
      '1\u202f204',
      '0',
      '1\u202f234\u202f567',
    ]);
    expect([0.000041, 0.0123, 2].map(fineTime)).toEqual(['41.0 ns', '12.3 µs', '2.00 ms']);
  });
});
