import type { Command } from 'commander';
import { KERNEL_NAMES } from '../../../contract/index.js';
import { carryOut } from './carry-out.js';
import { addPlanFlags, commonPlan } from './plan-flags.js';
import type { PlanFlags } from './plan-flags.js';

interface SpeedFlags extends PlanFlags {
  kernels?: string;
}

/** Each computes for half a second, kernel by kernel. */
const RUNS = '6';

export function speedCommand(bench: Command): void {
  const command = bench
    .command('speed')
    .description('how long the same computing takes, against a process of this machine')
    .option('--kernels <names>', `comma-separated, of: ${KERNEL_NAMES.join(', ')}; default: all`);
  addPlanFlags(command, RUNS).action((flags: SpeedFlags) =>
    carryOut(flags, (runtimes) => ({
      experiment: 'speed',
      runtimes,
      ...commonPlan(flags),
      ...(flags.kernels === undefined
        ? {}
        : { kernels: flags.kernels.split(',').filter((name) => name !== '') }),
    })),
  );
}
