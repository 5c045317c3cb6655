import type { Command } from 'commander';
import { size } from '../../flag-values.js';
import { carryOut } from './carry-out.js';
import { addPlanFlags, commonPlan } from './plan-flags.js';
import type { PlanFlags } from './plan-flags.js';

interface MemoryFlags extends PlanFlags {
  to: string;
  step: string;
  touch: boolean;
  memory?: string;
}

/** A curve says more than many values of one moment, and takes longer. */
const RUNS = '6';

export function memoryCommand(bench: Command): void {
  const command = bench
    .command('memory')
    .description('how memory grows with what the program asks for, by every definition')
    .option('--to <size>', 'what the program takes in all', '128m')
    .option('--step <size>', 'at once', '8m')
    .option('--no-touch', 'it does not write to what it takes')
    .option('--memory <size>', 'a limit, to see what happens there');
  addPlanFlags(command, RUNS).action((flags: MemoryFlags) =>
    carryOut(flags, (runtimes) => ({
      experiment: 'memory',
      runtimes,
      ...commonPlan(flags),
      toBytes: size('--to', flags.to),
      stepBytes: size('--step', flags.step),
      touched: flags.touch,
      limits: flags.memory === undefined ? {} : { memoryBytes: size('--memory', flags.memory) },
    })),
  );
}
