import type { Measure } from '../../contract/index.js';
import { measureOf } from '../results/summary.js';
import { DRAWN } from './definitions.js';
import type { DrawnDefinition } from './definitions.js';
import type { Growth } from './growth.js';

/** The first definition that every run of every contender has, in which they can be compared. */
export function commonDefinition(all: readonly (readonly Growth[])[]): DrawnDefinition | undefined {
  const growths = all.flat();
  return DRAWN.find(({ name }) => growths.every(({ lines }) => lines[name] !== undefined));
}

/** Of each definition `overhead:pss`, `slope:pss`, `peak:pss` and `given-back:pss`. */
export function measuresOf(growths: readonly Growth[]): Measure[] {
  return DRAWN.flatMap((definition) => ofDefinition(growths, definition));
}

/** Those of `first` first: by them contenders are compared. */
export function inOrder(measures: readonly Measure[], first?: DrawnDefinition): Measure[] {
  const isFirst = ({ id }: Measure): boolean => id.endsWith(`:${String(first?.id)}`);
  return [...measures.filter(isFirst), ...measures.filter((measure) => !isFirst(measure))];
}

function ofDefinition(growths: readonly Growth[], { name, id, label }: DrawnDefinition): Measure[] {
  const lines = growths.flatMap(({ lines: { [name]: line } }) => line ?? []);
  return [
    measureOf(
      `overhead:${id}`,
      `Before the first byte (${label})`,
      'B',
      lines.map(({ intercept }) => intercept),
    ),
    measureOf(
      `slope:${id}`,
      `For each byte asked (${label})`,
      'B/B',
      lines.map(({ slope }) => slope),
    ),
    measureOf(
      `peak:${id}`,
      `Peak (${label})`,
      'B',
      growths.flatMap(({ peak: { [name]: bytes } }) => bytes ?? []),
    ),
    measureOf(
      `given-back:${id}`,
      `Given back after free (${label})`,
      'B',
      growths.flatMap(({ givenBack: { [name]: bytes } }) => bytes ?? []),
    ),
  ].filter((measure) => measure !== undefined);
}
