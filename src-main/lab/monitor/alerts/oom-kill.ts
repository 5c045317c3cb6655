import type { RuleMaker, Verdict } from './rule.js';

/** The engine's event and the kernel's counter tell of the same kill, and one kill seldom comes alone. */
const QUIET_MS = 10_000;

export const oomKill: RuleMaker<'oomKill'> = () => {
  let lastKills: number | undefined;
  let lastSignMs: number | undefined;
  const killed = (name: string, tMs: number): Verdict => {
    lastSignMs = tMs;
    return {
      message: `The kernel killed a process of ${name}: its memory limit was reached.`,
      hint: 'Raise its memory limit, or look at the memory chart just before the mark for what grew.',
    };
  };
  return {
    event: ({ view, tMs, event }) => (event.action === 'oom' ? killed(view.name, tMs) : undefined),
    sample: ({ view, tMs, oomKills }) => {
      const isMore = lastKills !== undefined && oomKills !== undefined && oomKills > lastKills;
      lastKills = oomKills ?? lastKills;
      if (isMore) return killed(view.name, tMs);
      return lastSignMs === undefined || tMs - lastSignMs > QUIET_MS ? false : undefined;
    },
  };
};
