import { LEAST_GRANTS } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import type { Experiment, ExperimentContext } from '../experiment.js';
import { beginResult } from '../results/begin-result.js';
import { ratiosOf } from '../results/ratios.js';
import { collectTrials } from '../trials/collect.js';
import type { Collected } from '../trials/collect.js';
import { baselineOf, contenderOf, droppedOf, NATIVE_NAMED, namedOf } from './contenders.js';
import { findingsOf, kernelTable, speedWarnings, wrongWarnings } from './findings.js';
import { ableTo, kernelsOf, lanesOf, NATIVE } from './lanes.js';
import type { Lane } from './lanes.js';
import { timesOf } from './times.js';
import type { KernelTimes } from './times.js';

/** An interpreter computes a kernel twice in this, a compiler many times. */
const FOR_MS = 500;
const MOST_TIMES = 20;
const INSIDE = '/data';
const WORDS = { does: 'computes', lower: 'faster' };

const METHOD = [
  'Each run is the twin kernel with one of the kernels: one source, one checksum in every world; another checksum counts as a failure.',
  'The guest computes it for half a second, at least twice and at most 20 times, and takes the time of each by the clock of its own world; only differences of that clock are used.',
  'The first time is told apart, for a compiler may not be done with it; a run’s value is the median of the times after it. What the start costs is in the whole run.',
  'native is the same twin’s executable as a plain process of this machine, made by another compiler (GCC) than the module (Clang): a part of each ratio is theirs.',
  'Contenders and kernels run one at a time, interleaved, in an order drawn from the seed. Nothing is sampled during a run.',
  'The kernel files works in a directory of the host that is granted to the guest; of the others nothing is granted.',
];

/** How long the same computing takes. */
export const speed: Experiment<'speed'> = async (context) => {
  const { plan, runtimes, native } = context;
  const kernels = kernelsOf(plan.kernels);
  const { able, excluded } = ableTo(runtimes, kernels);
  const lanes = lanesOf(able, kernels, native !== undefined);
  const named = [...(native === undefined ? [] : [NATIVE_NAMED]), ...able.map(namedOf)];
  const ids = named.map(({ runtime }) => runtime);
  const resultOf = beginResult(context);
  return await context.inFolder(async (folder) =>
    collectTrials<KernelTimes, 'speed'>(context, {
      contenders: [...lanes.keys()],
      measure: (id) => compute(lanes.get(id), folder, context),
      numberOf: ({ steadyMs }) => steadyMs,
      resultOf: (collected) => {
        const dropped = droppedOf(ids, kernels, collected);
        const kept = named.filter(({ runtime }) => dropped.every((one) => one.runtime !== runtime));
        const baseline = baselineOf(
          kept.map(({ runtime }) => runtime),
          kernels,
          collected,
        );
        const contenders = kept.flatMap((one) =>
          contenderOf(one, kernels, baseline?.medians ?? new Map(), collected),
        );
        const over = baseline?.runtime ?? NATIVE;
        return resultOf({
          method: METHOD,
          contenders,
          dropped: [...excluded, ...dropped],
          ratios: ratiosOf(contenders, WORDS),
          tables: [kernelTable(contenders, kernels)],
          findings: findingsOf(contenders, kernels, over),
          warnings: [...wrongWarnings(collected.trials), ...speedWarnings(contenders, over)],
          trials: collected.trials,
          overheadsMs: overheads(collected),
        });
      },
    }),
  );
};

function overheads({ values }: Collected<KernelTimes>): number[] {
  return [...values.values()].flat().map(({ overheadMs }) => overheadMs);
}

async function compute(
  lane: Lane | undefined,
  folder: string,
  { plan, runOne, native }: ExperimentContext<'speed'>,
): Promise<KernelTimes> {
  if (lane === undefined) throw new RangeError('no such lane');
  const { runtime, kernel } = lane;
  const args = (directory: string): string[] => [
    ...[kernel.name, '--for', `${String(FOR_MS)}ms`, '--most', String(MOST_TIMES)],
    ...(kernel.needsDirectory === true ? ['--directory', directory] : []),
  ];
  const beganMs = monotonicMs();
  if (runtime === NATIVE && native !== undefined) {
    const { stdout, durationMs } = await native('kernel', args(folder));
    return {
      ...timesOf(stdout, kernel),
      runMs: durationMs,
      overheadMs: monotonicMs() - beganMs - durationMs,
    };
  }
  const record = await runOne({
    runtime,
    workload: { kind: 'twin', ref: 'kernel', args: args(INSIDE) },
    limits: plan.limits,
    ...(kernel.needsDirectory === true
      ? {
          grants: {
            ...LEAST_GRANTS,
            volumes: [{ hostPath: folder, guestPath: INSIDE, readOnly: false }],
          },
        }
      : {}),
    unsampled: true,
  });
  const { outcome, stdout, durationMs } = record;
  if (outcome.kind !== 'exited' || outcome.code !== 0) throw new Error(outcome.reason);
  return {
    ...timesOf(stdout, kernel),
    runMs: durationMs,
    overheadMs: monotonicMs() - beganMs - durationMs,
  };
}
