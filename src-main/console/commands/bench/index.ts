import type { Command } from 'commander';
import { densityCommand } from './density.js';
import { isolationCommand } from './isolation.js';
import { limitsCommand } from './limits.js';
import { memoryCommand } from './memory.js';
import { portabilityCommand } from './portability.js';
import { speedCommand } from './speed.js';
import { presetsCommand } from './presets.js';
import { startupCommand } from './startup.js';

/** One experiment each. */
const EXPERIMENTS = [
  startupCommand,
  memoryCommand,
  speedCommand,
  portabilityCommand,
  densityCommand,
  limitsCommand,
  isolationCommand,
  presetsCommand,
];

export function benchCommand(program: Command): void {
  const bench = program.command('bench').description('an experiment: many runs, one conclusion');
  for (const add of EXPERIMENTS) add(bench);
}
