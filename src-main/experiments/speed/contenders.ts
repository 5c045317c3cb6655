import type {
  ContenderResult,
  DroppedContender,
  Measure,
  RuntimeInfo,
  TrialFailure,
} from '../../contract/index.js';
import { figuresOf } from '../results/figures.js';
import { measureOf } from '../results/summary.js';
import { median } from '../statistics/index.js';
import type { Collected } from '../trials/collect.js';
import { NATIVE, laneId } from './lanes.js';
import type { Kernel } from './kernels.js';
import { relativeRuns } from './relative.js';
import type { KernelTimes } from './times.js';

type Times = Collected<KernelTimes>;

/** How a contender is called. */
type Named = Pick<ContenderResult, 'runtime' | 'title' | 'kind' | 'version'>;

export const NATIVE_NAMED: Named = {
  runtime: NATIVE,
  title: 'A process of this machine, behind no wall',
  kind: 'native',
};

export function namedOf({ id, name, mode, kind, version }: RuntimeInfo): Named {
  return {
    runtime: id,
    title: mode === undefined ? name : `${name}, ${mode}`,
    kind,
    ...(version === undefined ? {} : { version }),
  };
}

/** Steady milliseconds by kernel: of native, or else of the first contender that has all of them. */
export function baselineOf(
  contenders: readonly string[],
  kernels: readonly Kernel[],
  { values }: Times,
): { runtime: string; medians: Map<string, number> } | undefined {
  for (const runtime of contenders) {
    const medians = new Map(
      kernels.flatMap((kernel) => {
        const steady = steadyOf(runtime, kernel, values);
        return steady.length === 0 ? [] : [[kernel.name, median(steady)] as const];
      }),
    );
    if (medians.size === kernels.length) return { runtime, medians };
  }
  return undefined;
}

function steadyOf(runtime: string, kernel: Kernel, values: Times['values']): number[] {
  return (values.get(laneId({ runtime, kernel })) ?? []).map(({ steadyMs }) => steadyMs);
}

/**
 * A contender with all of its measures; the first is how many times of the baseline it takes over all kernels. None
 * while a kernel has not run yet.
 */
export function contenderOf(
  named: Named,
  kernels: readonly Kernel[],
  baseline: ReadonlyMap<string, number>,
  { values, trials }: Times,
): ContenderResult[] {
  const { runtime } = named;
  const steady = new Map(kernels.map((kernel) => [kernel.name, steadyOf(runtime, kernel, values)]));
  const names = kernels.map(({ name }) => name);
  const relative = measureOf(
    'relative',
    'Time by that of native, geometric mean',
    'x',
    relativeRuns(names, steady, baseline),
  );
  if (relative === undefined) return [];
  return [
    {
      ...named,
      ...figuresOf(relative),
      measures: [
        relative,
        ...kernels.flatMap((kernel) => kernelMeasures(runtime, kernel, baseline, values)),
      ],
      failures: kernels.flatMap((kernel) => trials.failures.get(laneId({ runtime, kernel })) ?? []),
    },
  ];
}

/** `steady:sieve` is the quantity steady of the kernel sieve. */
function kernelMeasures(
  runtime: string,
  kernel: Kernel,
  baseline: ReadonlyMap<string, number>,
  values: Times['values'],
): Measure[] {
  const { name, title } = kernel;
  const own = values.get(laneId({ runtime, kernel })) ?? [];
  const base = baseline.get(name) ?? Number.NaN;
  return [
    measureOf(
      `steady:${name}`,
      `${title}, after the first time`,
      'ms',
      own.map(({ steadyMs }) => steadyMs),
    ),
    measureOf(
      `relative:${name}`,
      `${title}, by native`,
      'x',
      own.map(({ steadyMs }) => steadyMs / base),
    ),
    measureOf(
      `first:${name}`,
      `${title}, the first time`,
      'ms',
      own.map(({ firstMs }) => firstMs),
    ),
    measureOf(
      `run:${name}`,
      `${title}, the whole run`,
      'ms',
      own.map(({ runMs }) => runMs),
    ),
  ].filter((measure) => measure !== undefined);
}

/** A contender without any one of the kernels is out: a mean over others would be of something else. */
export function droppedOf(
  contenders: readonly string[],
  kernels: readonly Kernel[],
  { trials }: Times,
): DroppedContender[] {
  return contenders.flatMap((runtime) => {
    const failed = kernels.flatMap((kernel) => {
      const id = laneId({ runtime, kernel });
      const drop = trials.dropped.find((one) => one.runtime === id);
      return drop === undefined ? [] : [{ kernel, why: drop.why, failures: drop.failures }];
    });
    const [first] = failed;
    if (first === undefined) return [];
    const failures: TrialFailure[] = failed.flatMap((one) => one.failures);
    return [{ runtime, why: `${first.kernel.name}: ${first.why}`, failures }];
  });
}
