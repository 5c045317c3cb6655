import type { Curve } from '../../contract/index.js';
import { medianWithInterval } from '../statistics/index.js';
import { DRAWN } from './definitions.js';
import type { DrawnDefinition } from './definitions.js';
import type { Growth } from './growth.js';

/** Of each point of a curve, of which there are hundreds; the measures draw more. */
const RESAMPLES = 1000;

/** Of each definition that was read: memory at each step, over the runs that came so far. */
export function curvesOf(growths: readonly Growth[]): Omit<Curve, 'runtime'>[] {
  return DRAWN.flatMap((definition) => {
    const points = pointsOf(growths, definition);
    return points.length === 0
      ? []
      : {
          id: definition.id,
          title: definition.label,
          xTitle: 'Asked for',
          xUnit: 'B',
          yUnit: 'B',
          points,
        };
  });
}

function pointsOf(growths: readonly Growth[], { name }: DrawnDefinition): Curve['points'] {
  const byAsked = new Map<number, number[]>();
  for (const { askedBytes, memory } of growths.flatMap(({ levels }) => levels)) {
    const { [name]: bytes } = memory;
    if (bytes !== undefined) byAsked.set(askedBytes, [...(byAsked.get(askedBytes) ?? []), bytes]);
  }
  return [...byAsked]
    .sort(([one], [other]) => one - other)
    .map(([x, values]) => {
      const { value: y, ci95 } = medianWithInterval(values, { resamples: RESAMPLES });
      return { x, y, low: ci95[0], high: ci95[1] };
    });
}
