import type { ContainerProfile, Exposure, MountWall } from '../../contract/index.js';
import { isRawDevice } from '../checks/host-mounts.js';
import { MOST_SAID, saidIf } from './rule.js';
import type { ContainerRule, Said } from './rule.js';
import { readOnlyFlag } from './used.js';

function exposing({ mounts }: ContainerProfile, ...exposures: Exposure[]): MountWall[] {
  return mounts.filter(({ exposes }) => exposes !== undefined && exposures.includes(exposes));
}

function flag({ source = '?', destination, readOnly }: MountWall): string {
  return `-v ${source}:${destination}${readOnly ? ':ro' : ''}`;
}

const engineSocket: ContainerRule = {
  id: 'engine-socket',
  appliesTo: 'container',
  severity: 'grave',
  against: 'benchmark',
  benchmark: '5.32',
  about: (profile) =>
    exposing(profile, 'engine-socket').map((mount) => ({
      message:
        'The engine’s socket is mounted: whoever can write to it starts a privileged container, and a read-only mount does not hinder that.',
      change: `without ${flag(mount)}`,
    })),
};

const WHAT: Partial<Record<Exposure, string>> = {
  'host-root': 'all of the host’s files',
  'host-system-directory': 'a directory of the host’s system',
  'host-proc': 'the host’s /proc',
  'host-sys': 'the host’s /sys',
  'host-devices': 'the host’s /dev',
};

const hostDirectories: ContainerRule = {
  id: 'host-directories',
  appliesTo: 'container',
  severity: 'grave',
  against: 'benchmark',
  benchmark: '5.6',
  about: (profile) =>
    exposing(profile, ...(Object.keys(WHAT) as Exposure[]))
      .filter(({ basis }) => basis !== 'effective')
      .slice(0, MOST_SAID)
      .map((mount) => ({
        severity: mount.readOnly ? 'notable' : 'grave',
        message: `${mount.destination} shows it ${WHAT[mount.exposes ?? 'volume'] ?? 'the host'}${mount.readOnly ? ', read-only' : ', and it may write there'}.`,
        change: `without ${flag(mount)}`,
      })),
};

const sharedPropagation: ContainerRule = {
  id: 'shared-propagation',
  appliesTo: 'container',
  severity: 'notable',
  against: 'benchmark',
  benchmark: '5.20',
  about: ({ mounts }) =>
    mounts
      .filter(({ propagation, basis }) => propagation?.endsWith('shared') && basis !== 'effective')
      .slice(0, MOST_SAID)
      .map((mount) => ({
        message: `What it mounts below ${mount.destination} appears on the host.`,
        change: `without :${mount.propagation ?? 'shared'} after ${flag(mount)}`,
      })),
};

const writableRoot: ContainerRule = {
  id: 'writable-root',
  appliesTo: 'container',
  severity: 'minor',
  against: 'benchmark',
  benchmark: '5.13',
  about(profile) {
    const { effective, declared } = profile.rootFilesystem;
    const { flag, said } = readOnlyFlag(profile);
    return saidIf(
      (effective ?? declared) === 'writable',
      `Its programs can be changed from inside, and stay changed as long as it lives.${said}`,
      flag,
    );
  },
};

const devices: ContainerRule = {
  id: 'devices',
  appliesTo: 'container',
  severity: 'notable',
  against: 'benchmark',
  benchmark: '5.18',
  about({ devices: { declared } }): Said[] {
    return declared.slice(0, MOST_SAID).map(({ hostPath }) => ({
      severity: isRawDevice(hostPath) ? 'grave' : 'notable',
      message: isRawDevice(hostPath)
        ? `It can read and write ${hostPath} below the file system and its rights.`
        : `It can use ${hostPath} of the host.`,
      change: `without --device ${hostPath}`,
    }));
  },
};

const secrets: ContainerRule = {
  id: 'secrets-in-environment',
  appliesTo: 'container',
  severity: 'notable',
  against: 'least-privilege',
  about({ secretNames }) {
    const names = secretNames.slice(0, MOST_SAID);
    return saidIf(
      names.length > 0,
      `What look like secrets are in its environment, for everybody to read who can inspect it: ${names.join(', ')}.`,
      `a file (-v FILE:/run/secrets/NAME:ro) in place of -e ${names[0] ?? ''}`,
    );
  },
};

export const files = [
  engineSocket,
  hostDirectories,
  devices,
  sharedPropagation,
  writableRoot,
  secrets,
];
