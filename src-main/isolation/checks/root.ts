import type { ContainerProfile } from '../../contract/index.js';
import { closed, counted, from, open, partly, unknown } from './check.js';
import type { ContainerCheck, Finding, GuestCheck, ToldBasis } from './check.js';
import { mountsOn } from './host-mounts.js';
import { capabilitiesOf, capabilitySource, isOfHost, isRemapped, rootLike } from './privileges.js';

const question = 'root';
const told = ['declared', 'effective'] as const;

const privileged: ContainerCheck = {
  id: 'privileged',
  question,
  appliesTo: 'container',
  mechanism: 'all of them',
  bases: ['declared'],
  answer({ isPrivileged }) {
    if (!isPrivileged) return undefined;
    const evidence = from('HostConfig.Privileged', true);
    return open('yes: --privileged is root on the host', evidence, 'without --privileged');
  },
};

const engineSocket: ContainerCheck = {
  id: 'engine-socket',
  question,
  appliesTo: 'container',
  mechanism: 'mount namespace',
  bases: told,
  answer(profile, basis) {
    const mount = mountsOn(profile, basis).find(({ exposes }) => exposes === 'engine-socket');
    if (mount === undefined) return undefined;
    const path = `${mount.source ?? '?'}:${mount.destination}`;
    return open('yes: it can command the engine', from('mounts', path), `without -v ${path}`);
  },
};

const user: ContainerCheck = {
  id: 'user',
  question,
  appliesTo: 'container',
  mechanism: 'user and user namespace',
  bases: told,
  answer(profile, basis) {
    return basis === 'declared' ? declaredUser(profile) : effectiveUser(profile);
  },
};

function declaredUser(profile: ContainerProfile): Finding {
  const { declared = '' } = profile.user;
  const name = declared.split(':')[0] ?? '';
  const evidence = from('Config.User', declared === '' ? 'none: root' : declared);
  if (isRemapped(profile, 'declared')) return closed('no: root only inside', evidence);
  if (name === '' || name === 'root' || /^0+$/.test(name)) {
    return partly('partly: root, held by capabilities', evidence, '--user 1000:1000');
  }
  // A name is what the image's own /etc/passwd says it is.
  if (!/^\d+$/.test(name)) return unknown('unknown: who its user is', evidence, '--user 1000:1000');
  return closed(`no: it is user ${name}`, evidence);
}

function effectiveUser(profile: ContainerProfile): Finding {
  const { insideUid, outsideUid } = profile.user;
  if (outsideUid === undefined) {
    return unknown('unknown: its user could not be read', from('/proc/PID/status Uid', 'absent'));
  }
  const evidence = from('/proc/PID/status Uid', outsideUid);
  if (outsideUid === 0)
    return partly('partly: root, held by capabilities', evidence, '--user 1000:1000');
  return insideUid === 0
    ? closed(`no: root inside is user ${outsideUid} outside`, evidence)
    : closed(`no: it is user ${outsideUid}`, evidence);
}

const capabilities: ContainerCheck = {
  id: 'capabilities',
  question,
  appliesTo: 'container',
  mechanism: 'capabilities',
  bases: told,
  answer(profile, basis) {
    const names = capabilitiesOf(profile, basis);
    const source = capabilitySource(basis);
    if (names === undefined) {
      return unknown('unknown: its capabilities', from(source, 'absent'));
    }
    const evidence = from(source, names.length === 0 ? 'none' : names.join(' '));
    if (names.length === 0) return closed('no: it has no capabilities', evidence);
    const grave = rootLike(names, isOfHost(profile, 'net', basis) === true);
    const held = counted(names.length, 'capability', 'capabilities');
    if (grave.length === 0) return partly(`partly: with ${held}`, evidence, '--cap-drop ALL');
    const hint = profile.isPrivileged
      ? 'without --privileged'
      : `--cap-drop ${grave.join(' --cap-drop ')}`;
    if (isRemapped(profile, basis))
      return partly('partly: in its user namespace only', evidence, hint);
    return open(`yes: ${amounts(grave)}`, evidence, hint);
  },
};

/** What whoever is not root can still gain, from a program with the set-user-id bit. */
const newPrivileges: ContainerCheck = {
  id: 'new-privileges',
  question,
  appliesTo: 'container',
  mechanism: 'no-new-privileges',
  bases: told,
  answer(profile, basis) {
    const source = basis === 'declared' ? 'HostConfig.SecurityOpt' : '/proc/PID/status NoNewPrivs';
    const isSet = profile.noNewPrivileges[basis];
    if (isSet === undefined)
      return unknown('unknown: whether it may gain rights', from(source, 'absent'));
    if (isSet) return closed('no: it can gain no new privileges', from(source, isSet));
    const evidence = from(source, isSet);
    const hint = '--security-opt no-new-privileges';
    const reach = regainable(profile, basis);
    return reach.length > 0 && !isRemapped(profile, basis)
      ? open(`yes: ${amounts(reach)}, by set-uid`, evidence, hint)
      : partly('partly: by a set-uid program', evidence, hint);
  },
};

function regainable({ capabilities: { effective } }: ContainerProfile, basis: ToldBasis): string[] {
  return basis === 'effective' && effective !== undefined ? rootLike(effective.bounding) : [];
}

function amounts([first = '', ...more]: string[]): string {
  return more.length === 0
    ? `${first} amounts to root`
    : `${first} and ${more.length} more are root’s`;
}

const noUsers: GuestCheck = {
  id: 'no-users',
  question,
  appliesTo: 'guest',
  mechanism: 'imports',
  bases: ['declared'],
  answer({ module }) {
    if (module === undefined) {
      return unknown('unknown: its imports could not be read', from('imports', 'absent'));
    }
    // Whoever its process is, that is no user that the guest could be or become: see the second wall.
    return closed('no: it has no call to become anybody', from('imports', 'none for users'));
  },
};

export const root = [privileged, engineSocket, capabilities, user, newPrivileges, noUsers];
