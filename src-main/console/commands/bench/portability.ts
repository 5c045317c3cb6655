import type { Command } from 'commander';
import { carryOut } from './carry-out.js';
import { addPlanFlags, commonPlan } from './plan-flags.js';
import type { PlanFlags } from './plan-flags.js';
import { addProgramFlags, programPart } from './program-flags.js';
import type { ProgramFlags } from './program-flags.js';

/** Enough to see that it prints the same each time. */
const RUNS = '3';

export function portabilityCommand(bench: Command): void {
  const command = bench
    .command('portability')
    .description(
      'whether one program prints the same everywhere, on what it runs, how large it is',
    );
  addPlanFlags(addProgramFlags(command), RUNS, '0').action(
    (args: string[], flags: PlanFlags & ProgramFlags) =>
      carryOut(flags, (runtimes) => ({
        experiment: 'portability',
        ...commonPlan(flags),
        ...programPart(args, flags, runtimes),
      })),
  );
}
