import type { ContenderResult } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import type { Experiment, ExperimentContext } from '../experiment.js';
import { beginResult } from '../results/begin-result.js';
import { contenderOf } from '../results/contender.js';
import { ratiosOf } from '../results/ratios.js';
import type { RatioWords } from '../results/ratios.js';
import { remember } from '../results/remember.js';
import { collectTrials } from '../trials/collect.js';
import { curvesOf } from './curves.js';
import { DRAWN } from './definitions.js';
import type { DrawnDefinition } from './definitions.js';
import { endSentences, endsTable } from './ends.js';
import { givenBackSentences } from './given-back.js';
import { growthOf } from './growth.js';
import type { Growth } from './growth.js';
import { commonDefinition, inOrder, measuresOf } from './measures.js';
import { memoryWarnings } from './warnings.js';

/** As often as a run can be sampled. */
const PERIOD_MS = 20;
/** Five samples a step, the last of which may be of the next one. */
const PACE_MS = 100;
const QUIET = { paceMs: PACE_MS, guardMs: PERIOD_MS };

const METHOD = [
  'Each run is the twin grow, which takes its memory step by step, says so after each, and waits 100 ms; it is sampled every 20 ms.',
  'A sample counts for the step that the guest had last said, and not when the next one may have begun; the level of a step is the median of its samples.',
  'The line through the levels of a run is that of Theil and Sen. Its slope is the memory for each byte asked; where it meets 0 is what was there before the first byte, for the guest asks at once and nothing before it is at rest.',
  'Of a module the process of its runtime is read; of a container its own processes and its cgroup, not what the engine needs beside it.',
  'After the last step the guest frees all it has, says so, and waits 100 ms more: given back is the level of the last step less that after free. A linear memory cannot shrink (WebAssembly has no such instruction), whatever the allocator inside does.',
];

/** How memory grows with what the guest asks for, by every definition, and what happens at the limit. */
export const memory: Experiment<'memory'> = async (context) => {
  const { plan, runtimes } = context;
  const resultOf = beginResult(context);
  const measures = remember(measuresOf);
  const curves = remember(curvesOf);
  return await collectTrials<Growth, 'memory'>(context, {
    contenders: plan.runtimes,
    measure: (runtime) => growIn(runtime, context),
    numberOf: ({ lines }) => DRAWN.flatMap(({ name }) => lines[name]?.intercept ?? [])[0] ?? 0,
    resultOf: ({ values, trials }) => {
      const all = runtimes.map((info) => ({
        info,
        runtime: info.id,
        growths: values.get(info.id) ?? [],
      }));
      const first = commonDefinition(all.map(({ growths }) => growths));
      const contenders = all.flatMap(({ info, growths }) =>
        contenderOf(info, inOrder(measures(growths), first), trials.failures.get(info.id) ?? []),
      );
      const asked = { limitBytes: plan.limits.memoryBytes };
      return resultOf({
        method: METHOD,
        contenders,
        ratios:
          first === undefined ? [] : ratiosOf(contenders.filter(isAboveNothing), words(first)),
        curves: all.flatMap(({ runtime, growths }) =>
          curves(growths).map((curve) => ({ runtime, ...curve })),
        ),
        tables: [endsTable(all, asked)],
        findings: [
          ...endSentences(all, asked),
          ...(plan.touched ? givenBackSentences(all, first) : []),
        ],
        warnings: memoryWarnings(all),
        trials,
        isSampled: true,
        overheadsMs: all.flatMap(({ growths }) => growths.map(({ overheadMs }) => overheadMs)),
      });
    },
  });
};

async function growIn(
  runtime: string,
  { plan, runHeard }: ExperimentContext<'memory'>,
): Promise<Growth> {
  const { toBytes, stepBytes, touched } = plan;
  const beganMs = monotonicMs();
  const heard = await runHeard({
    runtime,
    workload: {
      kind: 'twin',
      ref: 'grow',
      args: [
        ...['--to', String(toBytes), '--step', String(stepBytes)],
        ...['--pace', `${String(PACE_MS)}ms`, '--hold', `${String(PACE_MS)}ms`],
        '--free',
        ...(touched ? [] : ['--no-touch']),
      ],
    },
    limits: plan.limits,
    ...(plan.grants === undefined ? {} : { grants: plan.grants }),
    periodMs: PERIOD_MS,
  });
  return growthOf({ ...heard, spentMs: monotonicMs() - beganMs }, QUIET);
}

/** A ratio to what cannot be told from nothing is no ratio. */
function isAboveNothing({ ci95 }: ContenderResult): boolean {
  return ci95[0] > 0;
}

function words({ label }: DrawnDefinition): RatioWords {
  return { does: 'needs', lower: `less memory before the first byte (${label})` };
}
