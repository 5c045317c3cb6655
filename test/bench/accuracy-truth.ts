import { randomSource, shuffled } from '../../src-main/experiments/statistics/random.js';
import { formatBytes } from '../../src-main/contract/index.js';
import { Errors, within } from './lib/accuracy/errors.js';
import { TruthGuest } from './lib/accuracy/truth-guest.js';
import {
  COMPUTES_MS,
  FIRST_WAIT_MS,
  PERIOD_MS,
  SIZES,
  Truths,
  WAITS_MS,
} from './lib/accuracy/truths.js';
import { amount } from './lib/amount.js';
import { progress, runBench } from './lib/bench.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { openLab } from './lib/lab.js';
import type { BenchResult, Contender, Goal } from './lib/report.js';

const ROUNDS = amount(8, 2);

await runBench('accuracy-truth', async () => {
  const lab = await openLab();
  const guest = await TruthGuest.provide(lab);
  const errors = new Errors();
  const random = randomSource(6);
  try {
    const all = guest.runtimes.map((runtime) => new Truths(lab, guest, runtime));
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const truths of shuffled(all, random)) await truths.measure(errors);
      progress(`round ${String(round)} of ${String(ROUNDS)}, ${String(all.length)} runtimes`);
    }
    for (const truths of all) truths.conclude(errors);
    return await report(errors);
  } finally {
    await guest.close();
    await lab.close();
  }
});

/** How far nine of ten errors may be off: what each kind of measurement promises. */
function goalOf(contender: Contender): Goal[] {
  const { name } = contender;
  if (name.startsWith('wait between')) return [within(contender, 1, 'within 1 ms')];
  if (name.startsWith('wait before'))
    return [within(contender, 10, 'within 10 ms, the start’s own scatter included')];
  if (name.startsWith('linear memory'))
    return [within(contender, 1, 'within 1 MiB, what the program itself has included')];
  if (name.startsWith('memory')) return [within(contender, 1, 'within 1 MiB')];
  return [within(contender, 10, 'within 10 ms, a tick of the kernel')];
}

async function report(errors: Errors): Promise<BenchResult> {
  const environment = await benchEnvironment({});
  const contenders = errors.all();
  return {
    bench: 'accuracy-truth',
    question: 'How far are the lab’s numbers from a truth that is known?',
    plan: [
      `The guest of test/fixtures/truth in each runtime, ${String(ROUNDS)} times each, runtimes in a drawn order. Errors are what the lab says less the truth.`,
      `Waits of ${WAITS_MS.join(', ')} ms between two outputs, against the guest’s own clock; and a wait of ${String(FIRST_WAIT_MS)} ms before the first output, against the whole run without it (median).`,
      `Memory: ${SIZES.map((bytes) => formatBytes(bytes)).join(', ')} taken and touched, over the highest of a run that takes nothing (median). Linear memory is compared as it is.`,
      `CPU time: ${COMPUTES_MS.join(', ')} ms of computing, over a run that computes nothing (median); by the guest’s own CPU clock in a container, by the wall clock in a module, which WASI gives no CPU clock: there a moment without a core counts against the lab.`,
      `The guest stands still for 250 ms before it ends, and is sampled every ${String(PERIOD_MS)} ms: what a run does after its last sample is in accuracy-resources.`,
    ],
    contenders,
    ratios: [],
    goals: contenders.flatMap(goalOf),
    warnings: loadWarnings(environment, 1),
    environment,
  };
}
