import type { Inspected } from './inspected.js';
import { timeOf } from './view.js';

const NANOSECONDS_PER_S = 1e9;

/** What is checked, how often, and how it went last. */
export function healthGroup({ Config, State }: Inspected): [string, string | undefined][] {
  const check = Config.Healthcheck;
  if (check === undefined || check.Test.length === 0 || check.Test[0] === 'NONE') return [];
  const last = State.Health?.Log.at(-1);
  return [
    ['Command', check.Test.slice(1).join(' ')],
    ['Every', seconds(check.Interval)],
    ['Fails after', seconds(check.Timeout)],
    ['Begins after', seconds(check.StartPeriod)],
    ['Unhealthy after', check.Retries ? `${check.Retries} failures in a row` : undefined],
    ['Status', State.Health?.Status],
    ['Failures in a row', State.Health?.FailingStreak?.toString()],
    ['Last check at', timeOf(last?.Start)],
    ['Last exit code', last?.ExitCode?.toString()],
    ['Last output', last?.Output],
  ];
}

function seconds(nanoseconds: number | undefined): string | undefined {
  return nanoseconds === undefined || nanoseconds <= 0
    ? undefined
    : `${nanoseconds / NANOSECONDS_PER_S} s`;
}
