import type { Command } from 'commander';
import { LabError, STARTUP_CONDITIONS } from '../../../contract/index.js';
import type { StartupCondition } from '../../../contract/index.js';
import { carryOut } from './carry-out.js';
import { addPlanFlags, commonPlan } from './plan-flags.js';
import type { PlanFlags } from './plan-flags.js';
import { addProgramFlags, programPart } from './program-flags.js';
import type { ProgramFlags } from './program-flags.js';

type StartupFlags = PlanFlags & ProgramFlags & { also?: string; coldPageCache?: true };

export function startupCommand(bench: Command): void {
  const command = bench
    .command('startup')
    .description('how long each runtime takes to start the same program, phase by phase')
    .option('--also <conditions>', `comma-separated, of: ${STARTUP_CONDITIONS.join(', ')}`)
    .option(
      '--cold-page-cache',
      'the kernel forgets what it holds of files before each start (as root)',
    );
  addPlanFlags(addProgramFlags(command)).action((args: string[], flags: StartupFlags) =>
    carryOut(flags, (runtimes) => ({
      experiment: 'startup',
      ...commonPlan(flags),
      also: conditions(flags.also),
      coldPageCache: flags.coldPageCache === true,
      ...programPart(args, flags, runtimes),
    })),
  );
}

function conditions(text: string | undefined): StartupCondition[] {
  const names = text?.split(',').filter((name) => name !== '') ?? [];
  return names.map((name) => {
    const condition = STARTUP_CONDITIONS.find((one) => one === name);
    if (condition !== undefined) return condition;
    throw new LabError(
      'bad-request',
      `There is no condition "${name}" (--also).`,
      `There are: ${STARTUP_CONDITIONS.join(', ')}.`,
    );
  });
}
