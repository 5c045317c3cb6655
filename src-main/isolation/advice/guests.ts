import type { GuestProfile } from '../../contract/index.js';
import { isSystemDirectory } from '../checks/granted-directories.js';
import { importsOf, isOnlyFile } from '../checks/imports.js';
import { limitOf } from '../checks/memory.js';
import { isRootElsewhere } from '../checks/privileges.js';
import { flagsOf, withPaths } from './guest-flags.js';
import { MOST_SAID, saidIf } from './rule.js';
import type { GuestRule } from './rule.js';

const systemDirectory: GuestRule = {
  id: 'granted-system-directory',
  appliesTo: 'guest',
  severity: 'grave',
  against: 'least-privilege',
  about: ({ grants, runtime }) =>
    (grants?.directories ?? [])
      .filter(({ hostPath }) => isSystemDirectory(hostPath))
      .slice(0, MOST_SAID)
      .map(({ hostPath, guestPath }) => ({
        message: `The host’s ${hostPath} is granted: the guest reads there all that its process may read.`,
        change: `${withPaths(flagsOf(runtime).directory, '/a/narrower/directory', guestPath)} in place of ${hostPath}`,
      })),
};

const writableDirectory: GuestRule = {
  id: 'granted-writable',
  appliesTo: 'guest',
  severity: 'minor',
  against: 'least-privilege',
  about({ grants, runtime }) {
    const flag = flagsOf(runtime).readOnlyDirectory;
    if (flag === undefined) return [];
    return (grants?.directories ?? [])
      .filter(({ rights }) => rights === 'read-write')
      .slice(0, MOST_SAID)
      .map(({ hostPath, guestPath }) => ({
        message: `The guest may write to ${hostPath}.`,
        change: `${withPaths(flag, hostPath, guestPath)} if it only reads there`,
      }));
  },
};

/** A memory that may grow as far as its addresses go. */
function isUnbounded(guest: GuestProfile): boolean {
  const limit = limitOf(guest, 'memory');
  if (typeof (limit?.effective ?? limit?.declared) === 'number') return false;
  return guest.module?.memories.some(({ maximumBytes }) => maximumBytes === undefined) === true;
}

const memoryCap: GuestRule = {
  id: 'memory-cap',
  appliesTo: 'guest',
  severity: 'notable',
  against: 'least-privilege',
  about(guest) {
    const flag = flagsOf(guest.runtime).memory;
    return saidIf(
      isUnbounded(guest),
      'Its memory may grow as far as its addresses go: the module declares no maximum, and nothing caps it.',
      flag ?? '-Wl,--max-memory=67108864 when it is linked',
    );
  },
};

const timeLimit: GuestRule = {
  id: 'time-limit',
  appliesTo: 'guest',
  severity: 'minor',
  against: 'least-privilege',
  about(guest) {
    const isLimited = (['time', 'fuel'] as const).some((name) => {
      const limit = limitOf(guest, name);
      return typeof (limit?.effective ?? limit?.declared) === 'number';
    });
    return saidIf(
      !isOnlyFile(guest) && guest.grants !== undefined && !isLimited,
      'Nothing ends it when it does not end by itself.',
      flagsOf(guest.runtime).time ?? '`timeout 5s` in front of the command',
    );
  },
};

const environment: GuestRule = {
  id: 'inherited-environment',
  appliesTo: 'guest',
  severity: 'notable',
  against: 'least-privilege',
  about: ({ grants }) =>
    saidIf(
      grants?.inheritsEnvironment,
      'It sees all of the environment of its process, secrets included.',
      'name each variable that it needs (--env NAME=VALUE)',
    ),
};

const networkGrant: GuestRule = {
  id: 'granted-network',
  appliesTo: 'guest',
  severity: 'notable',
  against: 'default',
  about: ({ grants, runtime }) =>
    saidIf(
      grants?.network === 'granted',
      'It is in the network of its process, which is the host’s unless that process has one of its own.',
      runtime?.startsWith('wasmtime') === true
        ? 'without -S inherit-network'
        : 'without the flag that grants the network',
    ),
};

const hostFunctions: GuestRule = {
  id: 'host-functions',
  appliesTo: 'guest',
  severity: 'minor',
  against: 'least-privilege',
  about(guest) {
    const names = importsOf(guest, 'host-functions') ?? [];
    const shown = names.slice(0, 8).join(', ');
    const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
    return saidIf(
      names.length > 0,
      `It imports functions that are not WASI’s, and can do whatever the host wrote into them: ${shown}${more}.`,
      'build it without them, or read what they do',
    );
  },
};

const rootProcess: GuestRule = {
  id: 'process-root',
  appliesTo: 'guest',
  severity: 'grave',
  against: 'least-privilege',
  about({ hostProcess }) {
    if (hostProcess?.uid !== 0) return [];
    if (hostProcess.uidMap !== undefined && isRootElsewhere(hostProcess.uidMap)) return [];
    const isHeld = hostProcess.capabilities?.effective.includes('SYS_ADMIN') === false;
    return [
      {
        severity: isHeld ? 'notable' : 'grave',
        message: 'Root runs its process: whatever gets out of the sandbox is root.',
        change: 'run it as another user: `setpriv --reuid 1000 --regid 1000 --clear-groups …`',
      },
    ];
  },
};

const bareProcess: GuestRule = {
  id: 'process-bare',
  appliesTo: 'guest',
  severity: 'minor',
  against: 'least-privilege',
  about: ({ hostProcess }) =>
    saidIf(
      hostProcess?.seccomp?.mode === 'off',
      'Its process may make every system call: behind the sandbox there is no second wall but its user.',
      'a filter around it: `systemd-run -p SystemCallFilter=@system-service …`, or a container',
    ),
};

export const guests = [
  systemDirectory,
  writableDirectory,
  memoryCap,
  timeLimit,
  environment,
  networkGrant,
  hostFunctions,
  rootProcess,
  bareProcess,
];
