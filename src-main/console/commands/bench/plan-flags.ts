import type { Command } from 'commander';
import { LabError } from '../../../contract/index.js';
import type { ExperimentPlanInput } from '../../../contract/index.js';
import { between, share, time } from '../../flag-values.js';

/** The flags that every experiment has, as commander gives them. */
export interface PlanFlags {
  runtimes?: string;
  runs: string;
  warmUps: string;
  seed: string;
  time?: string;
  width?: string;
  json?: true;
  save?: string;
}

export function addPlanFlags(command: Command, runs = '30', warmUps = '2'): Command {
  return command
    .option('--runtimes <ids>', 'comma-separated; default: all that are here')
    .option('--runs <n>', 'runs of each that count', runs)
    .option('--warm-ups <n>', 'runs of each before those that count', warmUps)
    .option('--seed <n>', 'of the order of the runs', '1')
    .option('--time <time>', 'stop after this time, such as 2m, even with fewer runs')
    .option(
      '--width <share>',
      'stop when each 95 % interval is narrower than this share, such as 0.05',
    )
    .option('--save <folder>', 'write it there too: NAME.json with all raw values, and NAME.md')
    .option('--json', 'print one JSON document on stdout and nothing else');
}

type Common = Pick<ExperimentPlanInput, 'runs' | 'warmUps' | 'seed' | 'stop'>;

/** Throws LabError `bad-request` that names the flag. */
export function commonPlan(flags: PlanFlags): Common {
  return {
    runs: between('--runs', flags.runs, 1, 100_000),
    warmUps: between('--warm-ups', flags.warmUps, 0, 1000),
    seed: between('--seed', flags.seed, 0, 0xffff_ffff),
    ...stopOf(flags),
  };
}

function stopOf({ time: text, width }: PlanFlags): Pick<Common, 'stop'> {
  if (text !== undefined && width !== undefined) {
    throw new LabError(
      'bad-request',
      '--time and --width exclude each other.',
      'Give the one by which it is to stop.',
    );
  }
  if (text !== undefined) return { stop: { kind: 'time', ms: time('--time', text) } };
  if (width === undefined) return {};
  return { stop: { kind: 'interval', relativeWidth: share('--width', width) } };
}
