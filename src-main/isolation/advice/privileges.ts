import { rootLike, isOfHost, isRemapped } from '../checks/privileges.js';
import { saidIf } from './rule.js';
import type { ContainerRule } from './rule.js';
import { capabilitiesFlag } from './used.js';

const privileged: ContainerRule = {
  id: 'privileged',
  appliesTo: 'container',
  severity: 'grave',
  against: 'default',
  benchmark: '5.5',
  about: ({ isPrivileged }) =>
    saidIf(
      isPrivileged,
      'It is privileged: every capability, every device, no filter of system calls. Root inside is root on the host.',
      'without --privileged',
    ),
};

const addedCapabilities: ContainerRule = {
  id: 'added-capabilities',
  appliesTo: 'container',
  severity: 'notable',
  against: 'default',
  benchmark: '5.4',
  about(profile) {
    const names = profile.capabilities.beyondDefault;
    if (profile.isPrivileged || names.length === 0) return [];
    const grave = rootLike(names, isOfHost(profile, 'net', 'effective') === true);
    return [
      {
        severity: grave.length > 0 ? 'grave' : 'notable',
        message:
          grave.length > 0
            ? `It has ${names.join(', ')} beyond the engine’s default; ${grave.join(', ')} amounts to root.`
            : `It has ${names.join(', ')} beyond the engine’s default.`,
        change: `without --cap-add ${names.join(' --cap-add ')}`,
      },
    ];
  },
};

function heldBy(profile: Parameters<ContainerRule['about']>[0]): string[] {
  return profile.capabilities.effective?.effective ?? profile.capabilities.declared ?? [];
}

const rawPackets: ContainerRule = {
  id: 'raw-packets',
  appliesTo: 'container',
  severity: 'minor',
  against: 'least-privilege',
  benchmark: '5.4',
  about(profile) {
    const isHeld = heldBy(profile).includes('NET_RAW') && !profile.isPrivileged;
    return saidIf(
      isHeld && profile.network.mode !== 'none',
      'NET_RAW lets it write packets under the address of a neighbour; hardly any program needs it.',
      '--cap-drop NET_RAW',
    );
  },
};

const allCapabilities: ContainerRule = {
  id: 'all-capabilities',
  appliesTo: 'container',
  severity: 'minor',
  against: 'least-privilege',
  benchmark: '5.4',
  about(profile) {
    const { belowDefault } = profile.capabilities;
    // What a program of another user does not hold, one with the set-user-id bit may gain.
    const { bounding = heldBy(profile) } = profile.capabilities.effective ?? {};
    const hasDropped = belowDefault.some((name) => !bounding.includes(name));
    const { flag, said } = capabilitiesFlag(profile);
    // Whoever has dropped some has thought about it.
    return saidIf(
      bounding.length > 0 && !hasDropped && !profile.isPrivileged,
      `It keeps all ${bounding.length} capabilities that it was given; most programs need none.${said}`,
      flag,
    );
  },
};

const newPrivileges: ContainerRule = {
  id: 'new-privileges',
  appliesTo: 'container',
  severity: 'notable',
  against: 'benchmark',
  benchmark: '5.26',
  about: ({ noNewPrivileges: { effective, declared } }) =>
    saidIf(
      (effective ?? declared) === false,
      'A program with the set-user-id bit can gain privileges in it.',
      '--security-opt no-new-privileges',
    ),
};

const rootUser: ContainerRule = {
  id: 'root-user',
  appliesTo: 'container',
  severity: 'notable',
  against: 'least-privilege',
  about(profile) {
    const { outsideUid, declared = '' } = profile.user;
    const isRoot = outsideUid === undefined ? /^(0+|root)?(:|$)/.test(declared) : outsideUid === 0;
    return saidIf(
      isRoot && !isRemapped(profile, outsideUid === undefined ? 'declared' : 'effective'),
      'It runs as root, and root inside is root outside: whatever gets out of it is root.',
      '--user 1000:1000, or a user of the image',
    );
  },
};

const hostUsers: ContainerRule = {
  id: 'host-users',
  appliesTo: 'container',
  severity: 'notable',
  against: 'default',
  benchmark: '5.31',
  about: (profile) =>
    saidIf(
      isOfHost(profile, 'user', 'declared') && !profile.isRootless,
      'It was asked to share the host’s user namespace, which takes away the mapping of its users.',
      'without --userns host',
    ),
};

export const privileges = [
  privileged,
  addedCapabilities,
  rawPackets,
  allCapabilities,
  newPrivileges,
  rootUser,
  hostUsers,
];
