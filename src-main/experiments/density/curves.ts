import type { Curve } from '../../contract/index.js';
import { medianWithInterval } from '../statistics/index.js';
import { DEFINITIONS } from './definitions.js';
import type { Ladder } from './ladder.js';

/** Of each point of a curve; the measures draw more. */
const RESAMPLES = 1000;

interface Point {
  x: number;
  y: number;
}

/** Those that are drawn; the measures have them all. */
const DRAWN = new Set(['pss-all', 'pss', 'privateDirty', 'available']);

/** Memory by each definition that was read, and the time of each start, over the count of instances. */
export function curvesOf(ladders: readonly Ladder[]): Omit<Curve, 'runtime'>[] {
  const isAlone = ladders.every(({ besides }) => besides.length === 0);
  // Where nothing is kept beside an instance both curves are one.
  const drawn = DEFINITIONS.filter(({ id }) => DRAWN.has(id) && !(isAlone && hasTwin(id, ladders)));
  const memory = drawn.flatMap(({ id, label, of }) =>
    curve(
      { id, title: `All together (${label})`, yUnit: 'B' },
      ladders.flatMap(({ steps }) =>
        steps.flatMap((step) => {
          const y = of(step);
          return y === undefined ? [] : { x: step.count, y };
        }),
      ),
    ),
  );
  const starts = ladders.flatMap(({ startsMs }) => startsMs.map((y, at) => ({ x: at + 1, y })));
  return [...memory, ...curve({ id: 'start', title: 'Start of each', yUnit: 'ms' }, starts)];
}

function hasTwin(id: string, ladders: readonly Ladder[]): boolean {
  return id === 'pss' && ladders.every(({ steps }) => steps.every((step) => step.besides));
}

function curve(
  of: Pick<Curve, 'id' | 'title' | 'yUnit'>,
  points: readonly Point[],
): Omit<Curve, 'runtime'>[] {
  if (points.length === 0) return [];
  const byX = new Map<number, number[]>();
  for (const { x, y } of points) byX.set(x, [...(byX.get(x) ?? []), y]);
  const medians = [...byX]
    .sort(([one], [other]) => one - other)
    .map(([x, values]) => {
      const { value: y, ci95 } = medianWithInterval(values, { resamples: RESAMPLES });
      return { x, y, low: ci95[0], high: ci95[1] };
    });
  return [{ ...of, xTitle: 'Instances', xUnit: '', points: medians }];
}
