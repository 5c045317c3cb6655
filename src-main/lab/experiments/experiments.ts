import { randomBytes } from 'node:crypto';
import { LabError } from '../../contract/index.js';
import type { ExperimentPlan } from '../../contract/index.js';
import { checkProgram } from '../../experiments/index.js';
import { experimentOf } from './context.js';
import type { ExperimentParts } from './context.js';
import { OneExperiment } from './one.js';
import type { ExperimentListener } from './one.js';

/** As many as a session may come to; the oldest that has ended goes first. */
const MOST_KEPT = 50;
const MOST_WAITING = 20;

/** The experiments of this lab's life: one at a time, the others wait in the order in which they were asked for. */
export class Experiments {
  readonly #all = new Map<string, OneExperiment>();
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly parts: ExperimentParts,
    private readonly listener: ExperimentListener,
  ) {}

  /** `also` hears of it too. Throws LabError for an experiment that is not there, for a program that not all could run, and when too many wait. */
  start(plan: ExperimentPlan, also?: ExperimentListener): OneExperiment {
    experimentOf(plan.experiment);
    checkProgram(plan);
    const waiting = this.list().filter(({ status }) => status.state === 'waiting').length;
    if (waiting >= MOST_WAITING) {
      throw new LabError(
        'too-many-experiments',
        `${String(waiting)} experiments are waiting already.`,
        'Stop one, or wait until one has ended.',
      );
    }
    // Nobody else's, ever: it is kept under this name.
    const id = `e-${randomBytes(6).toString('hex')}`;
    const one = new OneExperiment(id, plan, this.parts, bothHear(this.listener, also));
    this.#all.set(id, one);
    this.#forget();
    this.#last = this.#last.then(() => one.run());
    return one;
  }

  list(): OneExperiment[] {
    return [...this.#all.values()];
  }

  /** Throws LabError `unknown-experiment`. */
  find(id: string): OneExperiment {
    const one = this.#all.get(id);
    if (one !== undefined) return one;
    throw new LabError('unknown-experiment', `There is no experiment ${id}.`, 'List them anew.');
  }

  async close(): Promise<void> {
    for (const one of this.list()) one.stop();
    await this.#last;
  }

  #forget(): void {
    for (const [id, { status }] of this.#all) {
      if (this.#all.size <= MOST_KEPT) return;
      if (status.state === 'ended') this.#all.delete(id);
    }
  }
}

/** One listener for two. */
export function bothHear(
  first: ExperimentListener,
  second?: ExperimentListener,
): ExperimentListener {
  return {
    status: (status) => {
      first.status(status);
      second?.status(status);
    },
    result: (id, result) => {
      first.result(id, result);
      second?.result(id, result);
    },
    trial: async (id, trial, ground) => {
      await Promise.all([first.trial?.(id, trial, ground), second?.trial?.(id, trial, ground)]);
    },
  };
}
