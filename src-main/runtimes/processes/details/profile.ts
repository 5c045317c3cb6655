import { LabError } from '../../../contract/index.js';
import type { GuestGrants, GuestProfile, Warning } from '../../../contract/index.js';
import { withGrants } from '../../../isolation/module/index.js';
import type { ProfileParts } from '../../instances.js';
import type { ModuleOnDisk } from '../module-profile.js';
import { startTicksOf } from '../scan/proc-files.js';
import type { Subject } from '../subject.js';
import { grantsOf } from './grants.js';
import { guestLimits } from './guest-limits.js';
import { hostWalls } from './host-walls.js';

/** The walls of a running guest; what could not be read is a gap. Throws LabError where it has ended. */
export function profile(
  subject: Subject,
  module: ModuleOnDisk | undefined,
  linearBytes: number | undefined,
): ProfileParts {
  const { runtimeId, directory, startTicks } = subject;
  const grants = grantsOf(subject);
  const walls = module?.walls;
  const hostProcess = hostWalls(subject);
  // Asked last: what was read before is then of this process and no other.
  if (startTicksOf(directory) !== startTicks) throw ended(subject);
  const guest: GuestProfile = {
    runtime: runtimeId,
    ...(walls === undefined
      ? {}
      : { module: grants === undefined ? walls : withGrants(walls, grants) }),
    ...(grants === undefined ? {} : { grants }),
    limits: guestLimits(subject, walls, linearBytes),
    ...(hostProcess === undefined ? {} : { hostProcess }),
  };
  return { guest, gaps: gapsOf(subject, module, grants, guest) };
}

function gapsOf(
  subject: Subject,
  module: ModuleOnDisk | undefined,
  grants: GuestGrants | undefined,
  { hostProcess }: GuestProfile,
): Warning[] {
  return [
    ...(module?.walls === undefined ? [moduleGap(subject, module)] : []),
    ...(grants === undefined ? [grantsGap(subject)] : []),
    ...(hostProcess === undefined ? [hostGap(subject)] : []),
  ];
}

function moduleGap(
  { modulePath, line, runtime }: Subject,
  module: ModuleOnDisk | undefined,
): Warning {
  const code = 'module-not-read';
  if (module?.problem !== undefined) {
    const { message, hint } = module.problem;
    return { code, message: `Its module cannot be read: ${message}`, hint };
  }
  if (modulePath === undefined) {
    const what =
      line.module === undefined ? 'names no module' : `names ${line.module}, which is no file`;
    return {
      code,
      message: `Which module it runs is not told: the command line of ${runtime.name} ${what}.`,
      hint: 'Inspect the module’s file itself, if you know where it is.',
    };
  }
  return {
    code,
    message: `${modulePath} is not there any more, may not be read, or is too large.`,
    hint: 'Run Paralelo as a user who may read it, or inspect the file itself.',
  };
}

function grantsGap({ runtime, line }: Subject): Warning {
  const who =
    runtime.needsMemory === true
      ? `the script ${line.title ?? ''} in ${runtime.name}`.replace('  ', ' ')
      : runtime.name;
  return {
    code: 'grants-not-told',
    message: `What ${who} gives its guest does not stand on the command line.`,
    hint: 'Read its script or its manifest: until then count on everything that its process may reach.',
  };
}

function hostGap({ pid }: Subject): Warning {
  return {
    code: 'process-not-read',
    message: `What the kernel shows of process ${pid} could not be read.`,
    hint: 'Run Paralelo as the same user, or as root.',
  };
}

function ended({ pid }: Subject): LabError {
  return new LabError(
    'unknown-instance',
    `Process ${pid} has ended.`,
    'Choose one that still runs.',
  );
}
