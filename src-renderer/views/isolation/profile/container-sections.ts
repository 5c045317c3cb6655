import { useWords } from '../../../../src-main/contract/index.js';
import type {
  ContainerProfile,
  ContainerUse,
  MountWall,
} from '../../../../src-main/contract/index.js';
import { plural } from '../../../text/format.js';
import { limitsSection, ulimitLines } from './limit-lines.js';
import { inForce, section, toldLine, TOLD_COLUMNS, toldList, words, yesNo } from './sections.js';
import type { Line, Section } from './sections.js';
import {
  capabilitySetLines,
  EXPOSURE_WORDS,
  GRAVE_EXPOSURES,
  labelWords,
  mappingWords,
  NAMESPACE_TITLES,
  ownerWords,
  seccompWords,
} from './wall-words.js';

/** A container's profile, in the order in which a reader asks. */
export function containerSections(profile: ContainerProfile): Section[] {
  return [
    namespaces(profile),
    capabilities(profile),
    calls(profile),
    user(profile),
    files(profile),
    limitsSection(profile.limits),
    network(profile),
    devices(profile),
    paths(profile),
    ulimits(profile),
    ...(profile.used === undefined ? [] : [use(profile.used)]),
    identity(profile),
  ];
}

function identity(profile: ContainerProfile): Section {
  const { engine, ociRuntime, pid, restartPolicy, isRootless, isPrivileged, secretNames } = profile;
  return section('container', 'The container', {
    columns: [''],
    lines: [
      { name: 'Engine', cells: [words(engine, isRootless ? 'rootless' : undefined)] },
      { name: 'OCI runtime', cells: [ociRuntime] },
      { name: 'Privileged', cells: [yesNo(isPrivileged)], isLoose: isPrivileged },
      { name: 'Restart policy', cells: [restartPolicy] },
      { name: 'Process on the host', cells: [pid === undefined ? undefined : String(pid)] },
      { name: 'Id', cells: [profile.id.slice(0, 12)], isCode: true },
    ],
    lists: [
      {
        title: 'Secrets visible in the environment, by name',
        chips: secretNames.map((text) => ({ text, mark: 'beyond' })),
        empty: 'None that looks like one.',
      },
    ],
  });
}

function use(used: ContainerUse): Section {
  return section('use', 'Used so far', {
    columns: [''],
    lines: useWords(used).map(([name, words]) => ({
      name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      cells: [words],
    })),
  });
}

function namespaces(profile: ContainerProfile): Section {
  const isLoose = (told: ContainerProfile['namespaces'][number]): boolean => {
    const owner = inForce(told);
    return owner !== undefined && owner.of !== 'own';
  };
  const own = profile.namespaces.filter((told) => inForce(told)?.of === 'own').length;
  return section('namespaces', 'Namespaces', {
    summary: `${String(own)} of ${String(profile.namespaces.length)} its own`,
    columns: TOLD_COLUMNS,
    lines: profile.namespaces.map((told) =>
      toldLine(NAMESPACE_TITLES[told.name], told, ownerWords, { isLoose: isLoose(told) }),
    ),
  });
}

function capabilities({ capabilities: told }: ContainerProfile): Section {
  const { declared, effective, beyondDefault, belowDefault } = told;
  const beyond = new Set(beyondDefault);
  const shown = effective?.effective ?? declared;
  return section('capabilities', 'Capabilities', {
    isListFirst: true,
    summary:
      shown === undefined
        ? 'not told'
        : (words(
            `${String(shown.length)} ${effective ? 'effective' : 'asked for'}`,
            beyond.size > 0 ? `${String(beyond.size)} beyond the default` : undefined,
            belowDefault.length > 0 ? `${String(belowDefault.length)} of it dropped` : undefined,
          ) ?? ''),
    columns: [''],
    lists: [
      {
        title: effective ? 'Effective' : 'Asked for',
        chips: [
          ...beyondDefault.map((text) => ({
            text,
            mark: 'beyond' as const,
            tip: 'Beyond the default',
          })),
          ...(shown ?? [])
            .filter((text) => !beyond.has(text))
            .map((text) => ({ text, mark: 'plain' as const })),
        ],
        empty: shown === undefined ? 'Not told.' : 'None.',
      },
      ...(belowDefault.length === 0
        ? []
        : [
            {
              title: 'Of the default, dropped',
              chips: belowDefault.map((text) => ({ text, mark: 'below' as const })),
              empty: '',
            },
          ]),
    ],
    lines: effective === undefined ? [] : capabilitySetLines(effective),
  });
}

function calls({ seccomp, noNewPrivileges, accessControl }: ContainerProfile): Section {
  const { declared, effective } = seccomp;
  const isOff = effective === undefined ? declared === 'unconfined' : effective.mode === 'off';
  const confines = inForce(accessControl)?.confines;
  return section('calls', 'System calls and privileges', {
    columns: TOLD_COLUMNS,
    lines: [
      {
        name: 'Seccomp',
        cells: [declared, effective && seccompWords(effective)],
        isLoose: isOff,
        // An old engine may not have loaded what was asked for.
        ...(effective?.mode === 'off' &&
          declared !== undefined &&
          declared !== 'unconfined' && { differs: true }),
      },
      toldLine('No new privileges', noNewPrivileges, yesNo, {
        isLoose: inForce(noNewPrivileges) === false,
      }),
      toldLine('AppArmor or SELinux', accessControl, labelWords, { isLoose: confines === false }),
    ],
  });
}

function user({ user: told }: ContainerProfile): Section {
  const { declared, insideUid, outsideUid, outsideGid, groups, uidMap, gidMap } = told;
  return section('user', 'User and ids', {
    columns: [''],
    ...(outsideUid !== undefined && {
      summary: outsideUid === 0 ? 'root on the host' : `uid ${String(outsideUid)} on the host`,
    }),
    lines: [
      { name: 'Asked for', cells: [declared ?? 'the image’s own'] },
      { name: 'Inside', cells: [insideUid === undefined ? undefined : `uid ${String(insideUid)}`] },
      {
        name: 'Outside',
        cells: [
          words(
            outsideUid === undefined ? undefined : `uid ${String(outsideUid)}`,
            outsideGid === undefined ? undefined : `gid ${String(outsideGid)}`,
          ),
        ],
        isLoose: outsideUid === 0,
      },
      { name: 'Groups', cells: [groups?.join(', ')] },
      { name: 'User ids', cells: [uidMap?.map(mappingWords).join('; ')] },
      { name: 'Group ids', cells: [gidMap?.map(mappingWords).join('; ')] },
    ],
  });
}

function files({ rootFilesystem, mounts }: ContainerProfile): Section {
  const exposing = mounts.filter(({ exposes }) => exposes !== undefined);
  const rest = mounts.filter(({ exposes }) => exposes === undefined);
  const exposed = plural(exposing.length, 'mount', 'mounts');
  return section('files', 'Root and mounts', {
    summary: exposing.length === 0 ? 'nothing of the host' : `${exposed} of the host’s`,
    columns: TOLD_COLUMNS,
    lines: [
      toldLine('Root file system', rootFilesystem, String, {
        isLoose: inForce(rootFilesystem) === 'writable',
      }),
      ...[...exposing].sort(graveFirst).map(mountLine),
      ...rest.map(mountLine),
    ],
  });
}

const isGrave = ({ exposes }: MountWall): boolean =>
  exposes !== undefined && GRAVE_EXPOSURES.has(exposes);
const graveFirst = (one: MountWall, other: MountWall): number =>
  Number(isGrave(other)) - Number(isGrave(one));

function mountLine(mount: MountWall): Line {
  const { destination, source, filesystem, readOnly, propagation, exposes, basis } = mount;
  const rights = readOnly ? 'read-only' : 'writable';
  const note = words(
    exposes === undefined ? undefined : `shows ${EXPOSURE_WORDS[exposes]}`,
    source === undefined ? undefined : `from ${source}`,
    filesystem,
    propagation,
  );
  return {
    name: destination,
    isCode: true,
    cells: [basis === 'effective' ? undefined : rights, basis === 'declared' ? undefined : rights],
    ...(note !== undefined && { note }),
    isLoose: isGrave(mount) || (exposes === 'host-directory' && !readOnly),
  };
}

function network({ network: told }: ContainerProfile): Section {
  const { mode, interfaces, publishedPorts } = told;
  return section('network', 'Network', {
    columns: [''],
    ...(mode !== undefined && { summary: mode }),
    lines: [
      { name: 'Mode', cells: [mode], isLoose: mode === 'host' },
      ...(interfaces ?? []).map(({ name, addresses }) => ({
        name,
        isCode: true,
        cells: [addresses.length === 0 ? 'no address' : addresses.join(', ')],
      })),
      ...publishedPorts.map(({ containerPort, protocol, hostAddress, hostPort }) => ({
        name: `Port ${String(containerPort)}/${protocol}`,
        cells: [
          hostPort === undefined
            ? 'not published'
            : `on the host’s ${hostAddress ?? 'every address'}:${String(hostPort)}`,
        ],
        isLoose: hostPort !== undefined && isEveryAddress(hostAddress),
      })),
    ],
  });
}

const isEveryAddress = (address: string | undefined): boolean =>
  address === undefined || ['', '0.0.0.0', '::'].includes(address);

function devices({ devices: told }: ContainerProfile): Section {
  const { declared, effective } = told;
  return section('devices', 'Devices', {
    columns: [''],
    summary:
      effective === undefined
        ? `${String(declared.length)} asked for`
        : `${String(effective.length)} of the host’s`,
    lines: declared.map(({ hostPath, path, rights }) => ({
      name: hostPath,
      isCode: true,
      cells: [words(path === hostPath ? 'asked for' : `as ${path ?? hostPath}`, rights)],
      isLoose: true,
    })),
    lists: [
      {
        title: 'There, beyond those that every container has',
        chips: (effective ?? []).map((text) => ({ text, mark: 'beyond' })),
        empty: effective === undefined ? 'Not told.' : 'None.',
      },
    ],
  });
}

function paths({ maskedPaths, readOnlyPaths }: ContainerProfile): Section {
  return section('paths', 'Hidden and read-only paths', {
    columns: [''],
    lists: [
      toldList('Masked', maskedPaths, 'None: everything of /proc and /sys can be seen.'),
      toldList('Read-only', readOnlyPaths, 'None: /proc/sys can be written to.'),
    ],
  });
}

function ulimits({ ulimits: { declared, effective } }: ContainerProfile): Section {
  return section('ulimits', 'Ulimits', {
    columns: TOLD_COLUMNS,
    summary: 'soft to hard',
    lines: ulimitLines(declared, effective),
  });
}
