import { formatBytes } from '../../contract/index.js';
import { median } from '../statistics/index.js';
import type { DrawnDefinition } from './definitions.js';
import type { Ends } from './ends.js';

/** Less than this share of what was held is nothing. */
const NOTHING = 0.01;

/** What free gave back to the machine, a sentence for each contender, by the definition that all have. */
export function givenBackSentences(
  all: readonly Ends[],
  first: DrawnDefinition | undefined,
): string[] {
  if (first === undefined) return [];
  const { name, label } = first;
  return all.flatMap(({ runtime, growths }) => {
    const freed = growths.filter(({ givenBack }) => givenBack[name] !== undefined);
    if (freed.length === 0) return [];
    const heldBytes = median(freed.map((growth) => growth.heldBytes));
    const backBytes = median(freed.flatMap(({ givenBack }) => givenBack[name] ?? []));
    const of = `of ${formatBytes(heldBytes)} that its guest had and freed (${label})`;
    return backBytes < NOTHING * heldBytes
      ? `${runtime} gave nothing back ${of}.`
      : `${runtime} gave back ${formatBytes(backBytes)} ${of}.`;
  });
}
