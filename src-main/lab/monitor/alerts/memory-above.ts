import { formatBytes, formatDuration } from '../../../contract/index.js';
import type { RuleMaker } from './rule.js';

/** A container's limit is held against everything charged to its cgroup, page cache included. */
export const memoryAbove: RuleMaker<'memoryAbove'> = (setting) => {
  let aboveSinceMs: number | undefined;
  return {
    sample: ({ view, tMs, sample: { memory } }) => {
      const { cgroupBytes: usedBytes, limitBytes } = memory;
      if (usedBytes === undefined || limitBytes === undefined || limitBytes <= 0) return undefined;
      const { percent, forMs } = setting();
      const usedPercent = (usedBytes / limitBytes) * 100;
      if (usedPercent <= percent) {
        aboveSinceMs = undefined;
        return false;
      }
      aboveSinceMs ??= tMs;
      if (tMs - aboveSinceMs < forMs) return undefined;
      const duration = forMs > 0 ? ` for ${formatDuration(forMs)}` : '';
      return {
        message: `${view.name} has used more than ${String(percent)} % of its memory limit${duration}: ${formatBytes(usedBytes)} of ${formatBytes(limitBytes)}.`,
        hint: 'Compare its working set with the cgroup memory: page cache is given back first. If the working set is near the limit, raise the limit or find what grows.',
      };
    },
  };
};
