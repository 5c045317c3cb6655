import type { Command } from 'commander';
import { carryOut } from './carry-out.js';
import { addPlanFlags, commonPlan } from './plan-flags.js';
import type { PlanFlags } from './plan-flags.js';

/** Of each limit in each runtime: up to five times as many in all. */
const RUNS = '6';

export function limitsCommand(bench: Command): void {
  const command = bench
    .command('limits')
    .description('what each limit does: how late, how exact, and who holds it');
  addPlanFlags(command, RUNS).action((flags: PlanFlags) =>
    carryOut(flags, (runtimes) => ({ experiment: 'limits', runtimes, ...commonPlan(flags) })),
  );
}
