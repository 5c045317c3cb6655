import type { ProcessWalls } from '../../contract/index.js';
import { closed, counted, from, open, partly, unknown } from './check.js';
import type { GuestCheck, ProcessCheck } from './check.js';
import { isOnlyFile } from './imports.js';
import { isRootElsewhere, rootLike } from './privileges.js';

const question = 'second-wall';

const hostProcess: GuestCheck = {
  id: 'host-process',
  question,
  appliesTo: 'guest',
  mechanism: 'the process of the runtime',
  bases: ['effective'],
  answer(guest) {
    if (guest.hostProcess !== undefined || isOnlyFile(guest)) return undefined;
    return unknown('unknown: its process could not be read', from('/proc/PID', 'absent'));
  },
};

const processUser: ProcessCheck = {
  id: 'process-user',
  question,
  appliesTo: 'process',
  mechanism: 'user and capabilities',
  bases: ['effective'],
  answer(walls) {
    const { uid, capabilities } = walls;
    if (uid === undefined)
      return unknown('unknown: its process’s user', from('/proc/PID/status Uid', 'absent'));
    const names = capabilities?.effective;
    const evidence = [
      ...from('/proc/PID/status Uid', uid),
      ...from(
        '/proc/PID/status CapEff',
        names === undefined ? 'absent' : names.join(' ') || 'none',
      ),
    ];
    const isRoot = uid === 0 && !isElsewhere(walls);
    const grave = rootLike(names ?? []);
    const hint = 'run it as another user';
    if (grave.length > 0 && !isElsewhere(walls)) {
      return open(
        isRoot ? 'nothing: its process is root' : `nothing: it has ${grave[0] ?? ''}`,
        evidence,
        hint,
      );
    }
    if (!isRoot) return partly(`partly: the rights of user ${uid}`, evidence);
    if (names === undefined) return open('nothing: its process is root', evidence, hint);
    return partly(
      `partly: root, with ${counted(names.length, 'capability', 'capabilities')}`,
      evidence,
      hint,
    );
  },
};

function isElsewhere({ uidMap }: ProcessWalls): boolean {
  return uidMap !== undefined && isRootElsewhere(uidMap);
}

const processSeccomp: ProcessCheck = {
  id: 'process-seccomp',
  question,
  appliesTo: 'process',
  mechanism: 'seccomp',
  bases: ['effective'],
  answer({ seccomp: state }) {
    const source = '/proc/PID/status Seccomp';
    if (state === undefined)
      return unknown('unknown: its process’s seccomp mode', from(source, 'absent'));
    return state.mode === 'off'
      ? partly('partly: no system call is filtered', from(source, 'off'), 'run it in a container')
      : closed('a seccomp filter', from(source, state.mode));
  },
};

const processNamespaces: ProcessCheck = {
  id: 'process-namespaces',
  question,
  appliesTo: 'process',
  mechanism: 'namespaces',
  bases: ['effective'],
  answer({ namespaces }) {
    const source = '/proc/PID/ns';
    const known = namespaces.filter(({ isHost }) => isHost !== undefined);
    if (known.length === 0)
      return unknown('unknown: its process’s namespaces', from(source, 'absent'));
    const own = known.filter(({ isHost }) => isHost === false).map(({ name }) => name);
    const evidence = from(source, own.length === 0 ? 'all the host’s' : `own: ${own.join(' ')}`);
    if (own.length === 0)
      return partly('partly: no namespace of its own', evidence, 'run it in a container');
    return own.includes('mnt') && own.includes('pid')
      ? closed(`${counted(own.length, 'namespace')} of its own`, evidence)
      : partly(`partly: only ${own.join(', ')} of its own`, evidence);
  },
};

/** All that stands behind a Wasm sandbox: the process that runs it. */
export const behindSandbox = [hostProcess, processUser, processNamespaces, processSeccomp];
