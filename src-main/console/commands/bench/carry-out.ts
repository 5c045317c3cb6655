import { ExperimentPlanSchema, fromWireError, validate } from '../../../contract/index.js';
import type { ExperimentPlanInput, ExperimentResult } from '../../../contract/index.js';
import { commandLine } from '../../command-line.js';
import { chosenRuntimes } from '../../chosen-runtimes.js';
import { formatExperiment, formatProgress } from '../../format/experiment.js';
import { onInterrupt } from '../../interrupt.js';
import { labHere } from '../../lab-here.js';
import { endProgressLine, progressLine } from '../../progress-line.js';
import { printJson, writeOut } from '../../streams.js';
import type { PlanFlags } from './plan-flags.js';
import { saveResult } from './save.js';

const STOPPED = 130;

/**
 * One experiment to its end. Ctrl+C ends it and prints what was measured. The exit code is 1 when a contender was
 * dropped. `planFor` makes the plan for the runtimes chosen.
 */
export async function carryOut(
  flags: PlanFlags,
  planFor: (runtimes: string[]) => ExperimentPlanInput,
): Promise<void> {
  const lab = await labHere();
  try {
    const runtimes = await chosenRuntimes(lab, flags.runtimes);
    const asked = planFor(runtimes.map(({ id }) => id));
    const plan = validate(ExperimentPlanSchema, asked, `bench ${asked.experiment}`);
    const tell = progressLine();
    const experiment = lab.experiments.start(plan, {
      status: (status) => tell(formatProgress(status)),
      result: () => undefined,
    });
    const interrupted = new AbortController();
    interrupted.signal.addEventListener('abort', () => experiment.stop());
    const release = onInterrupt(() => interrupted.abort());
    const result = await experiment.ended;
    release();
    endProgressLine();
    const { problem } = experiment.status;
    if (problem !== undefined) throw fromWireError(problem);
    if (result !== undefined) await handOver(result, flags);
    const someFailed = (result?.dropped.length ?? 0) > 0;
    process.exitCode = interrupted.signal.aborted ? STOPPED : someFailed ? 1 : 0;
  } finally {
    await lab.close();
  }
}

/** What cannot be printed is saved all the same: it took minutes to measure. */
async function handOver(result: ExperimentResult, { json, save }: PlanFlags): Promise<void> {
  try {
    if (json === true) printJson(result);
    else writeOut(formatExperiment(result));
  } finally {
    if (save !== undefined) await saveResult(save, result, commandLine());
  }
}
