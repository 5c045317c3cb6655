import { formatBytes } from '../../../contract/index.js';
import type { RuleMaker } from './rule.js';

/**
 * Only for a memory that was seen smaller: one that is made as large as it may be (a module whose initial
 * size is its maximum, as many compilers make them) has not grown to anything.
 */
export const linearNearMaximum: RuleMaker<'linearNearMaximum'> = (setting) => {
  let smallestBytes: number | undefined;
  return {
    sample: ({ view, sample: { memory } }) => {
      const { linearBytes, linearMaxBytes } = memory;
      if (linearBytes === undefined || linearMaxBytes === undefined) return undefined;
      smallestBytes = Math.min(linearBytes, smallestBytes ?? linearBytes);
      const isNear = linearBytes >= (linearMaxBytes * setting().percent) / 100;
      if (!isNear || linearBytes === smallestBytes) return false;
      return {
        message: `The linear memory of ${view.name} has grown to ${formatBytes(linearBytes)} of at most ${formatBytes(linearMaxBytes)}.`,
        hint: 'Its next growth may be refused: raise the maximum of the module or of the runtime, or find what grows.',
      };
    },
  };
};
