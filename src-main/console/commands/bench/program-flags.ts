import { resolve } from 'node:path';
import type { Command } from 'commander';
import { LabError, runtimeKindOf } from '../../../contract/index.js';
import type { ExperimentPlanInput, OwnProgram } from '../../../contract/index.js';
import { time } from '../../flag-values.js';
import { addGrantFlags, toGrants } from '../../grant-flags.js';
import type { GrantFlags } from '../../grant-flags.js';

/** The flags of a user's own program, as commander gives them. */
export interface ProgramFlags extends GrantFlags {
  image?: string;
  imageArgs?: string[];
  module?: string;
  moduleArgs?: string[];
  ignore?: string;
  timeout?: string;
}

const GRANTS: readonly (readonly [string, (flags: GrantFlags) => boolean])[] = [
  ['--env', ({ env }) => env.length > 0],
  ['--volume', ({ volume }) => volume.length > 0],
  ['--network', ({ network }) => network !== 'none'],
  ['--stdin', ({ stdin }) => stdin !== undefined],
];

/** The same words as of `paralelo run`; arguments after -- are for both. */
export function addProgramFlags(command: Command): Command {
  command
    .option('--image <ref>', 'a program of your own, as an image for the containers')
    .option('--image-args <args...>', 'its arguments there, instead of those after --')
    .option('--module <file>', 'the same program as a WebAssembly module')
    .option('--module-args <args...>', 'its arguments there, instead of those after --')
    .option('--ignore <regex>', 'what may differ in the outputs, such as a time')
    .option('--timeout <time>', 'wall time of each run, such as 10s')
    .argument('[args...]', "the program's arguments, after --");
  return addGrantFlags(command);
}

type ProgramPart = { program?: OwnProgram } & Pick<
  ExperimentPlanInput,
  'limits' | 'grants' | 'runtimes'
>;

/**
 * The parts of a plan: of the runtimes that were not named only those for which there is a build. Throws LabError
 * `bad-request`.
 */
export function programPart(
  args: string[],
  flags: ProgramFlags & { runtimes?: string },
  runtimes: string[],
): ProgramPart {
  const part = programOf(args, flags);
  const { program } = part;
  if (flags.runtimes !== undefined || program === undefined) return { ...part, runtimes };
  const hasBuild = (id: string): boolean =>
    runtimeKindOf(id) === 'container' ? program.image !== undefined : program.module !== undefined;
  return { ...part, runtimes: runtimes.filter(hasBuild) };
}

function programOf(args: string[], flags: ProgramFlags): Omit<ProgramPart, 'runtimes'> {
  const { image, module, ignore, timeout } = flags;
  const limits = timeout === undefined ? {} : { limits: { timeoutMs: time('--timeout', timeout) } };
  if (image === undefined && module === undefined) {
    refuseWithoutProgram(args, flags);
    return limits;
  }
  if (image === undefined) refuse(flags.imageArgs, '--image-args', '--image REF');
  if (module === undefined) refuse(flags.moduleArgs, '--module-args', '--module PATH');
  return {
    ...limits,
    ...grantsOf(flags),
    program: {
      ...(image === undefined ? {} : { image: { ref: image, args: flags.imageArgs ?? args } }),
      ...(module === undefined
        ? {}
        : { module: { ref: resolve(module), args: flags.moduleArgs ?? args } }),
      ...(ignore === undefined ? {} : { ignore }),
    },
  };
}

/** None where nothing is granted. */
function grantsOf(flags: GrantFlags): Pick<ExperimentPlanInput, 'grants'> {
  return GRANTS.some(([, isGiven]) => isGiven(flags)) ? { grants: toGrants(flags) } : {};
}

function refuseWithoutProgram(args: string[], flags: ProgramFlags): void {
  const without = '--image REF, --module PATH, or both';
  refuse(flags.imageArgs, '--image-args', without);
  refuse(flags.moduleArgs, '--module-args', without);
  refuse(flags.ignore, '--ignore', without);
  for (const [flag, isGiven] of GRANTS) refuse(isGiven(flags) || undefined, flag, without);
  refuse(args.length === 0 ? undefined : args, 'What follows --', without);
}

function refuse(given: unknown, flag: string, needed: string): void {
  if (given === undefined) return;
  throw new LabError(
    'bad-request',
    `${flag} says nothing without a program of your own.`,
    `Give ${needed}.`,
  );
}
