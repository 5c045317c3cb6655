import { useWords } from '../../../../src-main/contract/index.js';
import type { ContainerProfile, ContainerUse } from '../../../../src-main/contract/index.js';
import { said, t } from '../../../i18n/index.js';
import { limitsSection, ulimitLines } from './limit-lines.js';
import { mountsSection } from './mount-lines.js';
import { inForce, section, toldColumns, toldLine, toldList, words, yesNo } from './sections.js';
import type { Section } from './sections.js';
import {
  capabilitySetLines,
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
    mountsSection(profile),
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
  return section('container', t('The container'), {
    columns: [''],
    lines: [
      { name: t('Engine'), cells: [words(engine, isRootless ? 'rootless' : undefined)] },
      { name: t('OCI runtime'), cells: [ociRuntime] },
      { name: t('Privileged'), cells: [yesNo(isPrivileged)], isLoose: isPrivileged },
      { name: t('Restart policy'), cells: [restartPolicy] },
      { name: t('Process on the host'), cells: [pid === undefined ? undefined : String(pid)] },
      { name: t('Id'), cells: [profile.id.slice(0, 12)], isCode: true },
    ],
    lists: [
      {
        title: t('Secrets visible in the environment, by name'),
        chips: secretNames.map((text) => ({ text, mark: 'beyond' })),
        empty: t('None that looks like one.'),
      },
    ],
  });
}

function use(used: ContainerUse): Section {
  return section('use', t('Used so far'), {
    columns: [''],
    lines: useWords(used).map(([name, words]) => ({
      name: said(`${name.charAt(0).toUpperCase()}${name.slice(1)}`),
      cells: [said(words)],
    })),
  });
}

function namespaces(profile: ContainerProfile): Section {
  const isLoose = (told: ContainerProfile['namespaces'][number]): boolean => {
    const owner = inForce(told);
    return owner !== undefined && owner.of !== 'own';
  };
  const own = profile.namespaces.filter((told) => inForce(told)?.of === 'own').length;
  return section('namespaces', t('Namespaces'), {
    summary: t('{{own}} of {{all}} its own', { own, all: profile.namespaces.length }),
    columns: toldColumns(),
    lines: profile.namespaces.map((told) =>
      toldLine(t(NAMESPACE_TITLES[told.name]), told, ownerWords, { isLoose: isLoose(told) }),
    ),
  });
}

function capabilities({ capabilities: told }: ContainerProfile): Section {
  const { declared, effective, beyondDefault, belowDefault } = told;
  const beyond = new Set(beyondDefault);
  const shown = effective?.effective ?? declared;
  return section('capabilities', t('Capabilities'), {
    isListFirst: true,
    summary:
      shown === undefined
        ? t('not told')
        : (words(
            t(effective ? '{{count}} effective' : '{{count}} asked for', { count: shown.length }),
            beyond.size > 0 ? t('{{count}} beyond the default', { count: beyond.size }) : undefined,
            belowDefault.length > 0
              ? t('{{count}} of it dropped', { count: belowDefault.length })
              : undefined,
          ) ?? ''),
    columns: [''],
    lists: [
      {
        title: effective ? t('Effective|capabilities') : t('Asked for|capabilities'),
        chips: [
          ...beyondDefault.map((text) => ({
            text,
            mark: 'beyond' as const,
            tip: t('Beyond the default'),
          })),
          ...(shown ?? [])
            .filter((text) => !beyond.has(text))
            .map((text) => ({ text, mark: 'plain' as const })),
        ],
        empty: shown === undefined ? t('Not told.') : t('None.'),
      },
      ...(belowDefault.length === 0
        ? []
        : [
            {
              title: t('Of the default, dropped'),
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
  return section('calls', t('System calls and privileges'), {
    columns: toldColumns(),
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
      toldLine(t('No new privileges'), noNewPrivileges, yesNo, {
        isLoose: inForce(noNewPrivileges) === false,
      }),
      toldLine(t('AppArmor or SELinux'), accessControl, labelWords, {
        isLoose: confines === false,
      }),
    ],
  });
}

function user({ user: told }: ContainerProfile): Section {
  const { declared, insideUid, outsideUid, outsideGid, groups, uidMap, gidMap } = told;
  return section('user', t('User and ids'), {
    columns: [''],
    ...(outsideUid !== undefined && {
      summary:
        outsideUid === 0
          ? t('root on the host')
          : t('uid {{uid}} on the host', { uid: outsideUid }),
    }),
    lines: [
      { name: t('Asked for'), cells: [declared ?? t('the image’s own')] },
      {
        name: t('Inside'),
        cells: [insideUid === undefined ? undefined : `uid ${String(insideUid)}`],
      },
      {
        name: t('Outside'),
        cells: [
          words(
            outsideUid === undefined ? undefined : `uid ${String(outsideUid)}`,
            outsideGid === undefined ? undefined : `gid ${String(outsideGid)}`,
          ),
        ],
        isLoose: outsideUid === 0,
      },
      { name: t('Groups'), cells: [groups?.join(', ')] },
      { name: t('User ids'), cells: [uidMap?.map(mappingWords).join('; ')] },
      { name: t('Group ids'), cells: [gidMap?.map(mappingWords).join('; ')] },
    ],
  });
}

function network({ network: told }: ContainerProfile): Section {
  const { mode, interfaces, publishedPorts } = told;
  return section('network', t('Network'), {
    columns: [''],
    ...(mode !== undefined && { summary: mode }),
    lines: [
      { name: t('Mode'), cells: [mode], isLoose: mode === 'host' },
      ...(interfaces ?? []).map(({ name, addresses }) => ({
        name,
        isCode: true,
        cells: [addresses.length === 0 ? t('no address') : addresses.join(', ')],
      })),
      ...publishedPorts.map(({ containerPort, protocol, hostAddress, hostPort }) => ({
        name: t('Port {{port}}/{{protocol}}', { port: containerPort, protocol }),
        cells: [
          hostPort === undefined
            ? t('not published')
            : t('on the host’s {{address}}:{{port}}', {
                address: hostAddress ?? t('every address'),
                port: hostPort,
              }),
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
  return section('devices', t('Devices'), {
    columns: [''],
    summary:
      effective === undefined
        ? t('{{count}} asked for', { count: declared.length })
        : t('{{count}} of the host’s', { count: effective.length }),
    lines: declared.map(({ hostPath, path, rights }) => ({
      name: hostPath,
      isCode: true,
      cells: [
        words(
          path === hostPath ? t('asked for') : t('as {{path}}', { path: path ?? hostPath }),
          rights,
        ),
      ],
      isLoose: true,
    })),
    lists: [
      {
        title: t('There, beyond those that every container has'),
        chips: (effective ?? []).map((text) => ({ text, mark: 'beyond' })),
        empty: effective === undefined ? t('Not told.') : t('None.'),
      },
    ],
  });
}

function paths({ maskedPaths, readOnlyPaths }: ContainerProfile): Section {
  return section('paths', t('Hidden and read-only paths'), {
    columns: [''],
    lists: [
      toldList(t('Masked'), maskedPaths, t('None: everything of /proc and /sys can be seen.')),
      toldList(t('Read-only'), readOnlyPaths, t('None: /proc/sys can be written to.')),
    ],
  });
}

function ulimits({ ulimits: { declared, effective } }: ContainerProfile): Section {
  return section('ulimits', t('Ulimits'), {
    columns: toldColumns(),
    summary: t('soft to hard'),
    lines: ulimitLines(declared, effective),
  });
}
