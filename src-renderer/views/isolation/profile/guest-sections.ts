import type {
  GuestGrants,
  GuestProfile,
  ImportGroup,
  ModuleWalls,
  ProcessWalls,
} from '../../../../src-main/contract/index.js';
import { said, t } from '../../../i18n/index.js';
import type { Words } from '../../../i18n/index.js';
import { formatBytes } from '../../../text/format.js';
import { limitsSection, ulimitLines } from './limit-lines.js';
import { section, words, yesNo } from './sections.js';
import type { Line, Section } from './sections.js';
import {
  capabilitySetLines,
  labelWords,
  mappingWords,
  NAMESPACE_TITLES,
  seccompWords,
} from './wall-words.js';

/** As far as 32 bits reach. */
const ADDRESSES_32_BIT = 2 ** 32;
const GRANTED_RIGHTS: Record<GuestGrants['directories'][number]['rights'], Words> = {
  'read-only': 'read-only',
  'read-write': 'read-write',
};
const NETWORK_WORDS: Record<GuestGrants['network'], Words> = {
  none: 'none|network',
  granted: 'granted',
  unknown: 'unknown|network',
};

/** A guest's profile: what it is, what it was given, and the process behind it. */
export function guestSections(guest: GuestProfile): Section[] {
  const { module, grants, limits, hostProcess } = guest;
  return [
    ...(module ? [memory(module), imports(module.importGroups)] : []),
    ...(grants ? [given(grants)] : []),
    ...(limits.length > 0 ? [limitsSection(limits)] : []),
    ...(hostProcess ? behind(hostProcess) : []),
    ...(module ? [about(module)] : []),
  ];
}

function memory({ memories, tables }: ModuleWalls): Section {
  return section('memory', t('Linear memory and tables'), {
    columns: [t('At first'), t('At most')],
    summary: t('{{count}} memory', { count: memories.length }),
    lines: [
      ...memories.map(({ initialBytes, maximumBytes, is64Bit, isShared, isImported }, at) => ({
        name: memories.length === 1 ? t('Memory') : t('Memory {{at}}', { at }),
        cells: [
          formatBytes(initialBytes),
          maximumBytes === undefined
            ? t('not declared: {{most}}', {
                most: is64Bit ? t('64-bit') : formatBytes(ADDRESSES_32_BIT),
              })
            : formatBytes(maximumBytes),
        ],
        isLoose: maximumBytes === undefined,
        note: kinds(is64Bit ? t('64-bit') : t('32-bit'), isShared, isImported),
      })),
      ...tables.map(({ elementType, minimum, maximum, isImported }, at) => ({
        name: t('Table {{at}}', { at }),
        cells: [String(minimum), maximum === undefined ? t('not declared') : String(maximum)],
        note: kinds(elementType, false, isImported),
      })),
    ],
  });
}

const kinds = (first: string, isShared: boolean, isImported: boolean): string =>
  [first, ...(isShared ? [t('shared')] : []), ...(isImported ? [t('imported')] : [])].join(', ');

function imports(groups: readonly ImportGroup[]): Section {
  const count = groups.reduce((total, group) => total + group.imports.length, 0);
  return section('imports', t('Imports'), {
    columns: [t('Granted'), t('Used')],
    summary: t('{{imports}} in {{count}} group', { imports: count, count: groups.length }),
    lines: groups.map(groupLine),
  });
}

function groupLine({ title, imports: some, id }: ImportGroup): Line {
  const granted = some.filter((one) => one.granted === true).length;
  const isTold = some.some((one) => one.granted !== undefined);
  const traced = some.filter((one) => one.calls !== undefined);
  const calls = traced.reduce((total, one) => total + (one.calls ?? 0), 0);
  return {
    name: `${said(title)} (${String(some.length)})`,
    cells: [
      isTold ? t('{{at}} of {{all}}', { at: granted, all: some.length }) : undefined,
      traced.length > 0 ? t('{{count}} call', { count: calls }) : undefined,
    ],
    isLoose: id === 'host-functions' || (id === 'sockets' && granted > 0),
    note: some.map(importName).join(', '),
  };
}

function importName({ module, name, calls, granted }: ImportGroup['imports'][number]): string {
  const used = calls === undefined ? '' : ` ×${String(calls)}`;
  const words = `${name ?? module}${used}`;
  return granted === false ? t('{{import}} (not granted)', { import: words }) : words;
}

function given(grants: GuestGrants): Section {
  const { directories, environmentNames, inheritsEnvironment, args, network } = grants;
  return section('grants', t('What it was given'), {
    columns: [''],
    summary:
      directories.length === 0
        ? t('no directory')
        : t('{{count}} directory', { count: directories.length }),
    lines: [
      ...directories.map(({ hostPath, guestPath, rights }) => ({
        name: guestPath,
        isCode: true,
        cells: [t(GRANTED_RIGHTS[rights])],
        note: t('from {{path}}', { path: hostPath }),
        isLoose: rights === 'read-write',
      })),
      ...(directories.length === 0 ? [{ name: t('Directories'), cells: [t('none')] }] : []),
      { name: t('Network'), cells: [t(NETWORK_WORDS[network])], isLoose: network === 'granted' },
      {
        name: t('Arguments'),
        cells: [args.length === 0 ? t('none') : args.join(' ')],
        isCode: args.length > 0,
      },
      ...(inheritsEnvironment === true
        ? [{ name: t('Environment'), cells: [t('all of the process’s')], isLoose: true }]
        : []),
    ],
    lists: [
      {
        title: t('Environment, by name'),
        chips: environmentNames.map((text) => ({ text, mark: 'plain' })),
        empty: t('None.'),
      },
    ],
  });
}

function behind(walls: ProcessWalls): Section[] {
  const { namespaces, capabilities, seccomp, noNewPrivileges, accessControl } = walls;
  const ofHost = namespaces.filter(({ isHost }) => isHost === true).length;
  const isAll = namespaces.length > 0 && ofHost === namespaces.length;
  return [
    section('host-process', t('Behind it: the host process'), {
      columns: [''],
      summary: isAll
        ? t('no wall of the kernel’s own')
        : t('{{count}} namespaces not the host’s', { count: namespaces.length - ofHost }),
      lines: [
        { name: t('Program'), cells: [walls.executable], isCode: true },
        { name: t('Process'), cells: [String(walls.pid)] },
        {
          name: 'Seccomp',
          cells: [seccomp && seccompWords(seccomp)],
          isLoose: seccomp?.mode === 'off',
        },
        {
          name: t('No new privileges'),
          cells: [noNewPrivileges === undefined ? undefined : yesNo(noNewPrivileges)],
          isLoose: noNewPrivileges === false,
        },
        { name: t('AppArmor or SELinux'), cells: [accessControl && labelWords(accessControl)] },
        {
          name: t('User outside'),
          cells: [walls.uid === undefined ? undefined : `uid ${String(walls.uid)}`],
          isLoose: walls.uid === 0,
        },
        { name: t('User ids'), cells: [walls.uidMap?.map(mappingWords).join('; ')] },
        ...namespaces.map(({ name, isHost }) => ({
          name: t(NAMESPACE_TITLES[name]),
          cells: [
            isHost === undefined ? undefined : isHost ? t('the host’s') : t('not the host’s'),
          ],
          isLoose: isHost === true,
        })),
        ...(capabilities ? capabilitySetLines(capabilities) : []),
      ],
      lists: [
        {
          title: t('Effective capabilities'),
          chips: (capabilities?.effective ?? []).map((text) => ({ text, mark: 'beyond' })),
          empty: capabilities === undefined ? t('Not told.') : t('None.'),
        },
      ],
    }),
    ...(walls.ulimits
      ? [
          section('ulimits', t('Ulimits of the host process'), {
            columns: [t('In force')],
            summary: t('soft to hard'),
            lines: ulimitLines(undefined, walls.ulimits).map((one) => ({
              ...one,
              cells: one.cells.slice(1),
            })),
          }),
        ]
      : []),
  ];
}

function about(module: ModuleWalls): Section {
  return section('module', module.kind === 'module' ? t('The module') : t('The component'), {
    columns: [''],
    summary: formatBytes(module.sizeBytes),
    lines: [
      { name: t('File'), cells: [module.path], isCode: true },
      { name: 'SHA-256', cells: [module.sha256], isCode: true },
      { name: t('Its own name'), cells: [module.name] },
      { name: t('Made by'), cells: [words(...module.producers)] },
      { name: t('Language|program'), cells: [words(...module.languages)] },
      { name: t('Starts by itself'), cells: [yesNo(module.hasStartFunction)] },
      { name: t('Target features'), cells: [words(...module.targetFeatures)] },
    ],
    lists: [
      {
        title: t('Exports ({{exports}})', { exports: module.exportCount }),
        chips: module.exports.map(({ name, kind }) => ({ text: name, mark: 'plain', tip: kind })),
        empty: t('None.'),
      },
      {
        title: t('Custom sections'),
        chips: module.customSections.map(({ name, sizeBytes }) => ({
          text: `${name} ${formatBytes(sizeBytes)}`,
          mark: 'plain',
        })),
        empty: t('None.'),
      },
    ],
  });
}
