import { LabError } from '../../src-main/contract/index.js';
import type {
  Answers,
  ExperimentPlan,
  ExperimentResult,
  ExperimentStatus,
  RuntimeInfo,
} from '../../src-main/contract/index.js';
import { INFO } from './fake-machine.js';
import {
  pretendedContender,
  pretendedMeasure,
  pretendedRatios,
  pretendedValues,
} from './fake-values.js';

export interface FakeExperimentsOptions {
  /** The list never comes. */
  holds?: boolean;
  /** None can be started. */
  fails?: boolean;
  /** Each ends at once with a problem. */
  cannotBegin?: boolean;
  /** The last contender is dropped, the first has failures, and there are findings, tables and curves. */
  rich?: boolean;
  /** Runs of each contender a step of time; 0 waits for `step`. */
  pace?: number;
}

type Push = (name: string, payload: unknown) => void;
const STEP_MS = 250;
const RUN_MS = 60;

interface One {
  status: ExperimentStatus;
  /** Of each contender. */
  runs: number;
}

/** Experiments of a lab that only pretends: raw values that grow, the same each time. */
export class FakeExperiments {
  readonly all: One[] = [];

  constructor(
    private readonly push: Push,
    private readonly runtimes: () => readonly RuntimeInfo[],
    private readonly options: FakeExperimentsOptions = {},
  ) {
    if (options.pace !== undefined && options.pace > 0) {
      setInterval(() => this.step(options.pace ?? 1), STEP_MS);
    }
  }

  answer(name: string, params: unknown): unknown {
    const { id = '' } = params as { id?: string };
    switch (name) {
      case 'experiments.list':
        if (this.options.holds === true) return new Promise(() => undefined);
        return { experiments: this.all.map(({ status }) => status) };
      case 'experiments.start':
        return this.#start(params as ExperimentPlan);
      case 'experiments.pause':
        return this.#change(this.#find(id), { state: 'paused' });
      case 'experiments.resume':
        return this.#change(this.#find(id), { state: 'running' });
      case 'experiments.stop':
        return { stopped: this.#stop(this.#find(id)) };
      default:
        return this.#result(this.#find(id));
    }
  }

  /** So many runs more of each contender of the one that runs. */
  step(runs: number): void {
    const one = this.all.find(({ status }) => status.state === 'running');
    if (one === undefined) return;
    const { plan } = one.status;
    one.runs = Math.min(plan.runs, one.runs + runs);
    const count = plan.runtimes.length;
    const done = one.runs * count;
    this.#change(one, {
      done,
      remainingMs: (plan.runs * count - done) * RUN_MS,
      current: plan.runtimes[one.runs % count] ?? '',
    });
    this.push('experiments.result', { id: one.status.id, result: this.resultOf(one) });
    if (one.runs === plan.runs) this.#end(one);
  }

  resultOf({ status: { plan, state }, runs }: One): ExperimentResult {
    const isRich = this.options.rich === true;
    const raced = isRich ? plan.runtimes.slice(0, -1) : plan.runtimes;
    const contenders = raced.map((id, at) => {
      const kind = this.runtimes().find((one) => one.id === id)?.kind ?? 'wasm';
      const typicalMs = kind === 'container' ? 420 + 60 * at : 18 + 9 * at;
      const contender = pretendedContender(id, kind, runs, typicalMs);
      const failures = [{ run: 4, why: 'The engine did not answer within 10 s.' }];
      return isRich && at === 0 ? { ...contender, failures } : contender;
    });
    const dropped = plan.runtimes.slice(raced.length).map((runtime) => ({
      runtime,
      why: 'It failed three times in a row: <b>trapped</b>: unreachable.',
      failures: [1, 2, 3].map((run) => ({ run, why: 'trapped: unreachable \u202e' })),
    }));
    return {
      experiment: plan.experiment,
      plan,
      method: [
        'Each run is a start of the twin hello, from the request until its end was seen.',
        'Contenders run one at a time, interleaved, in an order drawn from the seed.',
      ],
      contenders,
      dropped,
      ratios: pretendedRatios(contenders),
      ...(isRich ? RICH(raced) : { curves: [], tables: [], findings: [] }),
      warnings: [
        {
          code: 'busy-machine',
          message: 'The machine was busy before it began: load 5.1 on 8 cores.',
          hint: 'Close what else runs, and measure again; ratios suffer less than times.',
        },
      ],
      honesty: {
        floors: [pretendedMeasure('floor', 'An empty process', pretendedValues(runs, 2.1, 3))],
        overhead: pretendedMeasure(
          'overhead',
          'Overhead of the lab',
          pretendedValues(runs, 1.4, 5),
        ),
        timerResolutionMs: 0.000041,
        before: { load1: 5.1, busyPercent: 21.4 },
        during: { load1: 2.3, busyPercent: 18.2, frequencyMHz: 3400 },
      },
      environment: INFO.environment,
      startedAtIso: '2026-01-01T00:00:00.000Z',
      durationMs: runs * RUN_MS * plan.runtimes.length,
      isPartial: state !== 'ended' || runs < plan.runs,
    };
  }

  #start(plan: ExperimentPlan): ExperimentStatus {
    if (this.options.fails === true) {
      throw new LabError(
        'too-many-experiments',
        '20 experiments are waiting already.',
        'Stop one, or wait until one has ended.',
      );
    }
    const isFree = this.all.every(({ status }) => status.state === 'ended');
    const total = plan.runs * plan.runtimes.length;
    const id = `e${String(this.all.length + 1)}`;
    const one: One = {
      status: { id, plan, state: isFree ? 'running' : 'waiting', done: 0, total },
      runs: 0,
    };
    this.all.push(one);
    this.push('experiments.status', one.status);
    if (this.options.cannotBegin === true) {
      this.#change(one, {
        state: 'ended',
        problem: {
          code: 'unknown-runtime',
          message: 'wasmer is not here any more.',
          hint: 'Install it again, or leave it out.',
        },
      });
    }
    return one.status;
  }

  #result(one: One): Answers['experiments.result'] {
    return one.runs === 0 ? {} : { result: this.resultOf(one) };
  }

  #stop(one: One): boolean {
    if (one.status.state === 'ended') return false;
    this.#end(one);
    return true;
  }

  #end(one: One): void {
    const { id, plan, done, total } = one.status;
    one.status = { id, plan, state: 'ended', done, total };
    if (one.runs > 0) this.push('experiments.result', { id, result: this.resultOf(one) });
    this.push('experiments.status', one.status);
    const next = this.all.find(({ status }) => status.state === 'waiting');
    if (next !== undefined) this.#change(next, { state: 'running' });
  }

  #change(one: One, more: Partial<ExperimentStatus>): ExperimentStatus {
    one.status = { ...one.status, ...more };
    this.push('experiments.status', one.status);
    return one.status;
  }

  #find(id: string): One {
    const one = this.all.find(({ status }) => status.id === id);
    if (one !== undefined) return one;
    throw new LabError('unknown-experiment', `There is no experiment ${id}.`, 'List them anew.');
  }
}

const RICH = (
  ids: readonly string[],
): Pick<ExperimentResult, 'curves' | 'tables' | 'findings'> => ({
  findings: ['Nothing was given back after free.'],
  tables: [
    {
      id: 'sizes',
      title: 'Sizes',
      columns: [
        { id: 'file', title: 'File', unit: 'B' },
        { id: 'says', title: 'What it says' },
      ],
      rows: ids.map((runtime, at) => ({
        runtime,
        cells: cellsOf(at),
      })),
    },
  ],
  curves: ids.map((runtime, at) => ({
    ...{ runtime, id: 'pss', title: 'PSS', xTitle: 'Asked for', xUnit: 'B', yUnit: 'B' },
    points: Array.from({ length: 12 }, (_, nth) => {
      const [x, y] = [nth * 2 ** 23, (at + 1) * 2 ** 22 + nth * 2 ** 23];
      return { x, y, low: y * 0.96, high: y * 1.05 };
    }),
  })),
});

function cellsOf(at: number): Record<string, string | number> {
  return at === 0 ? { says: 'no <b>file</b>' } : { file: 1200 * (at + 1), says: 'built' };
}
