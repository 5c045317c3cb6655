import { useWords } from '../../../contract/index.js';
import type { ContainerProfile, MountWall } from '../../../contract/index.js';
import type { Section } from './section.js';
import { both, capabilityWords, limitWords, mapWords, ownerWords, seccompWords } from './words.js';

const MOST_LISTED = 30;

export function containerSections(profile: ContainerProfile): Section[] {
  return [
    identity(profile),
    privileges(profile),
    user(profile),
    {
      title: 'Namespaces',
      entries: profile.namespaces.map((one) => [one.name, both(one, ownerWords)]),
    },
    files(profile),
    network(profile),
    { title: 'Limits', entries: profile.limits.map((limit) => [limit.name, limitWords(limit)]) },
    { title: 'Used so far', entries: useWords(profile.used ?? {}) },
  ];
}

function identity(profile: ContainerProfile): Section {
  return {
    title: 'Container',
    entries: [
      ['id', profile.id],
      ['engine', profile.isRootless ? `${profile.engine}, rootless` : profile.engine],
      ['OCI runtime', profile.ociRuntime],
      ['pid', profile.pid?.toString()],
      ['restart policy', profile.restartPolicy],
    ],
  };
}

function privileges(profile: ContainerProfile): Section {
  const { capabilities, seccomp, noNewPrivileges, accessControl } = profile;
  return {
    title: 'Privileges',
    entries: [
      ['privileged', profile.isPrivileged ? 'yes' : undefined],
      ['capabilities', capabilities.effective && capabilityWords(capabilities.effective)],
      ['declared', capabilities.effective ? undefined : capabilities.declared?.join(' ')],
      ['beyond default', capabilities.beyondDefault.join(' ')],
      ['below default', capabilities.belowDefault.join(' ')],
      ['seccomp', seccomp.effective && seccompWords(seccomp.effective)],
      ['seccomp asked', seccomp.declared],
      ['no new rights', both(noNewPrivileges, (isSet) => (isSet ? 'yes' : 'no'))],
      ['access control', both(accessControl, ({ module, label }) => `${module}: ${label}`)],
    ],
  };
}

function user({ user: who }: ContainerProfile): Section {
  const inside = who.insideUid === undefined ? undefined : `${who.insideUid} inside`;
  const outside = who.outsideUid === undefined ? undefined : `${who.outsideUid} outside`;
  return {
    title: 'User',
    entries: [
      ['declared', who.declared],
      ['uid', [inside, outside].filter((part) => part !== undefined).join(', ')],
      ['groups', who.groups?.join(' ')],
      ['uid map', who.uidMap && mapWords(who.uidMap)],
    ],
  };
}

function files(profile: ContainerProfile): Section {
  const { mounts, devices, maskedPaths, readOnlyPaths, secretNames } = profile;
  const shown = mounts.filter(
    ({ exposes, basis }) => exposes !== undefined || basis !== 'effective',
  );
  return {
    title: 'Files',
    entries: [
      ['root file system', both(profile.rootFilesystem, String)],
      ...shown.slice(0, MOST_LISTED).map(mountEntry),
      ...more(shown.length, 'mounts'),
      ['devices', devices.effective?.slice(0, MOST_LISTED).join(' ')],
      ...more(devices.effective?.length ?? 0, 'devices'),
      ['devices asked', devices.declared.map(({ hostPath }) => hostPath).join(' ')],
      ['masked', both(maskedPaths, (paths) => paths.join(' ') || 'nothing')],
      ['read-only', both(readOnlyPaths, (paths) => paths.join(' ') || 'nothing')],
      ['secrets', secretNames.join(' ')],
    ],
  };
}

function mountEntry(mount: MountWall): [string, string] {
  const { source, destination, filesystem, readOnly, propagation, exposes, basis } = mount;
  const parts = [
    `${source ?? filesystem ?? '?'} at ${destination}`,
    readOnly ? 'read-only' : 'writable',
    propagation,
    exposes && `exposes: ${exposes}`,
    basis === 'both' ? undefined : basis,
  ];
  return ['mount', parts.filter((part) => part !== undefined).join(', ')];
}

function network({ network: { mode, interfaces, publishedPorts } }: ContainerProfile): Section {
  return {
    title: 'Network',
    entries: [
      ['mode', mode],
      ...(interfaces ?? [])
        .slice(0, MOST_LISTED)
        .map(({ name, addresses }): [string, string] => [
          name,
          addresses.join(' ') || 'no address',
        ]),
      ...publishedPorts
        .slice(0, MOST_LISTED)
        .map(({ hostAddress, hostPort, containerPort, protocol }): [string, string] => [
          'published',
          `${hostAddress ?? ''}:${hostPort ?? '?'} to ${containerPort}/${protocol}`,
        ]),
      ...more(publishedPorts.length, 'ports'),
    ],
  };
}

function more(count: number, what: string): [string, string][] {
  return count > MOST_LISTED ? [['', `and ${count - MOST_LISTED} more ${what}`]] : [];
}
