import type { Command } from 'commander';
import { between, size } from '../../flag-values.js';
import { carryOut } from './carry-out.js';
import { addPlanFlags, commonPlan } from './plan-flags.js';
import type { PlanFlags } from './plan-flags.js';

interface DensityFlags extends PlanFlags {
  instances: string;
  hold: string;
  leaveFree: string;
  sharedHost: boolean;
}

/** Each is many starts. */
const RUNS = '3';

export function densityCommand(bench: Command): void {
  const command = bench
    .command('density')
    .description('what one more idle instance costs while there are more and more')
    .option('--instances <n>', 'how many at once', '20')
    .option('--hold <size>', 'what each holds, touched', '1MiB')
    .option(
      '--leave-free <size>',
      'it stops before the machine has less than this available',
      '1GiB',
    )
    .option('--no-shared-host', 'with v8: not also all instances in one process (v8:shared-host)');
  addPlanFlags(command, RUNS, '0').action((flags: DensityFlags) =>
    carryOut(flags, (runtimes) => ({
      experiment: 'density',
      runtimes,
      ...commonPlan(flags),
      instances: between('--instances', flags.instances, 1, 10_000),
      holdBytes: size('--hold', flags.hold),
      leaveFreeBytes: size('--leave-free', flags.leaveFree),
      sharedHost: flags.sharedHost,
    })),
  );
}
