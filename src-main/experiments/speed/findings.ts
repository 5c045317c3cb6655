import type { ContenderResult, ResultTable, Warning } from '../../contract/index.js';
import { LEAST_FOR_INTERVAL, ratioOfMedians } from '../statistics/index.js';
import type { Collected } from '../trials/collect.js';
import type { Kernel } from './kernels.js';
import { OTHER_CHECKSUM } from './times.js';

/** A row a contender, a column a kernel: its time by that of the baseline. */
export function kernelTable(
  contenders: readonly ContenderResult[],
  kernels: readonly Kernel[],
): ResultTable {
  return {
    id: 'kernels',
    title: 'Time by that of native, by kernel',
    columns: kernels.map(({ name }) => ({ id: name, title: name, unit: 'x' })),
    rows: contenders.map(({ runtime, measures }) => ({
      runtime,
      cells: Object.fromEntries(
        kernels.flatMap(({ name }) => {
          const measure = measures.find(({ id }) => id === `relative:${name}`);
          return measure === undefined ? [] : [[name, Number(measure.median.toPrecision(3))]];
        }),
      ),
    })),
  };
}

export function findingsOf(
  contenders: readonly ContenderResult[],
  kernels: readonly Kernel[],
  baseline: string,
): string[] {
  const over =
    kernels.length === 1
      ? (kernels[0]?.title ?? '')
      : `geometric mean of ${String(kernels.length)} kernels`;
  const base = contenders.find(({ runtime }) => runtime === baseline);
  return contenders
    .filter(({ runtime }) => runtime !== baseline && base !== undefined)
    .map(({ runtime, raw }) => {
      // The baseline's runs vary too.
      const { value: median, ci95 } = ratioOfMedians(raw, base?.raw ?? []);
      const [low, high] = ci95;
      const isFew = Math.min(raw.length, base?.raw.length ?? 0) < LEAST_FOR_INTERVAL;
      const interval = isFew
        ? 'too few runs for an interval'
        : `95 % interval ${low.toPrecision(3)} to ${high.toPrecision(3)}`;
      return `${runtime} takes ${median.toPrecision(3)} times as long as ${baseline} (${over}, ${interval}).`;
    });
}

/** Below this the clock and whatever else runs are a good part of what was measured. */
const SHORTEST_MS = 2;
/** So much faster than the process itself something else was measured, or its compiler did better. */
const SUSPECT = 0.8;

export function speedWarnings(contenders: readonly ContenderResult[], baseline: string): Warning[] {
  const measures = contenders.flatMap(({ runtime, measures: own }) =>
    own.map((measure) => ({ runtime, ...measure })),
  );
  const short = measures.filter(
    ({ id, median }) => id.startsWith('steady:') && median < SHORTEST_MS,
  );
  const fast = measures.filter(
    ({ id, ci95, runtime }) =>
      id.startsWith('relative:') && runtime !== baseline && ci95[1] < SUSPECT,
  );
  return [
    ...(short.length === 0
      ? []
      : [
          {
            code: 'short-kernel',
            message: `Less than ${String(SHORTEST_MS)} ms each time: ${named(short)}.`,
            hint: 'The machine is faster than this experiment was made for: take these ratios with care.',
          },
        ]),
    ...(fast.length === 0
      ? []
      : [
          {
            code: 'faster-than-native',
            message: `Faster than ${baseline}: ${named(fast)}.`,
            hint: 'Its compiler did better with this code than the one that made the executable, or its library does.',
          },
        ]),
  ];
}

/** One run with another result is one too many, whatever the others said. */
export function wrongWarnings({ failures }: Collected<unknown>['trials']): Warning[] {
  return [...failures].flatMap(([lane, all]) => {
    const wrong = all.filter(({ why }) => why.includes(OTHER_CHECKSUM));
    const [first] = wrong;
    return first === undefined
      ? []
      : {
          code: 'other-checksum',
          message: `${lane} computed something else in ${String(wrong.length)} of its runs: ${first.why}`,
          hint: 'Do not trust this engine, or this machine’s memory, before you know why.',
        };
  });
}

function named(measures: readonly { runtime: string; id: string }[]): string {
  return measures.map(({ runtime, id }) => `${id.split(':')[1] ?? ''} in ${runtime}`).join(', ');
}
