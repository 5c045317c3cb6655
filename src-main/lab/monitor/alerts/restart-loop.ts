import { formatDuration } from '../../../contract/index.js';
import type { RuleMaker, Verdict } from './rule.js';

/** Starts as the engine tells them, or its own count of restarts, whichever saw more: not every engine tells both. */
export const restartLoop: RuleMaker<'restartLoop'> = (setting) => {
  let startsAtMs: number[] = [];
  let restartsAtMs: number[] = [];
  let lastRestarts: number | undefined;
  const judge = (name: string, tMs: number): Verdict => {
    const { times, withinMs } = setting();
    const isRecent = (atMs: number): boolean => atMs > tMs - withinMs;
    startsAtMs = startsAtMs.filter(isRecent);
    restartsAtMs = restartsAtMs.filter(isRecent);
    const count = Math.max(startsAtMs.length, restartsAtMs.length);
    if (count < times) return false;
    return {
      message: `${name} was started ${String(count)} times within ${formatDuration(withinMs)}.`,
      hint: 'Read the last lines of its logs and its exit code, then stop it or correct what ends it.',
    };
  };
  return {
    event: ({ view, tMs, event }) => {
      if (event.action !== 'start') return undefined;
      startsAtMs.push(tMs);
      return judge(view.name, tMs);
    },
    changed: ({ view, tMs }) => {
      const more = (view.restarts ?? 0) - (lastRestarts ?? view.restarts ?? 0);
      lastRestarts = view.restarts ?? lastRestarts;
      // More than a rule can ask for would only fill memory.
      for (let nth = 0; nth < Math.min(more, 1000); nth += 1) restartsAtMs.push(tMs);
      return more > 0 ? judge(view.name, tMs) : undefined;
    },
    sample: ({ view, tMs }) => (judge(view.name, tMs) === false ? false : undefined),
  };
};
