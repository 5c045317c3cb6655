import type {
  GuestGrants,
  GuestProfile,
  ImportGroup,
  ModuleWalls,
  ProcessWalls,
} from '../../../../src-main/contract/index.js';
import { formatBytes, plural } from '../../../text/format.js';
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
  return section('memory', 'Linear memory and tables', {
    columns: ['At first', 'At most'],
    summary: plural(memories.length, 'memory', 'memories'),
    lines: [
      ...memories.map(({ initialBytes, maximumBytes, is64Bit, isShared, isImported }, at) => ({
        name: memories.length === 1 ? 'Memory' : `Memory ${String(at)}`,
        cells: [
          formatBytes(initialBytes),
          maximumBytes === undefined
            ? `not declared: ${is64Bit ? '64-bit' : '4.0 GiB'}`
            : formatBytes(maximumBytes),
        ],
        isLoose: maximumBytes === undefined,
        note: kinds(is64Bit ? '64-bit' : '32-bit', isShared, isImported),
      })),
      ...tables.map(({ elementType, minimum, maximum, isImported }, at) => ({
        name: `Table ${String(at)}`,
        cells: [String(minimum), maximum === undefined ? 'not declared' : String(maximum)],
        note: kinds(elementType, false, isImported),
      })),
    ],
  });
}

const kinds = (first: string, isShared: boolean, isImported: boolean): string =>
  [first, ...(isShared ? ['shared'] : []), ...(isImported ? ['imported'] : [])].join(', ');

function imports(groups: readonly ImportGroup[]): Section {
  const count = groups.reduce((total, group) => total + group.imports.length, 0);
  return section('imports', 'Imports', {
    columns: ['Granted', 'Used'],
    summary: `${String(count)} in ${plural(groups.length, 'group')}`,
    lines: groups.map(groupLine),
  });
}

function groupLine({ title, imports: some, id }: ImportGroup): Line {
  const granted = some.filter((one) => one.granted === true).length;
  const isTold = some.some((one) => one.granted !== undefined);
  const traced = some.filter((one) => one.calls !== undefined);
  const calls = traced.reduce((total, one) => total + (one.calls ?? 0), 0);
  return {
    name: `${title} (${String(some.length)})`,
    cells: [
      isTold ? `${String(granted)} of ${String(some.length)}` : undefined,
      traced.length > 0 ? plural(calls, 'call') : undefined,
    ],
    isLoose: id === 'host-functions' || (id === 'sockets' && granted > 0),
    note: some.map(importName).join(', '),
  };
}

function importName({ module, name, calls, granted }: ImportGroup['imports'][number]): string {
  const used = calls === undefined ? '' : ` ×${String(calls)}`;
  return `${name ?? module}${used}${granted === false ? ' (not granted)' : ''}`;
}

function given(grants: GuestGrants): Section {
  const { directories, environmentNames, inheritsEnvironment, args, network } = grants;
  return section('grants', 'What it was given', {
    columns: [''],
    summary:
      directories.length === 0
        ? 'no directory'
        : plural(directories.length, 'directory', 'directories'),
    lines: [
      ...directories.map(({ hostPath, guestPath, rights }) => ({
        name: guestPath,
        isCode: true,
        cells: [rights],
        note: `from ${hostPath}`,
        isLoose: rights === 'read-write',
      })),
      ...(directories.length === 0 ? [{ name: 'Directories', cells: ['none'] }] : []),
      { name: 'Network', cells: [network], isLoose: network === 'granted' },
      {
        name: 'Arguments',
        cells: [args.length === 0 ? 'none' : args.join(' ')],
        isCode: args.length > 0,
      },
      ...(inheritsEnvironment === true
        ? [{ name: 'Environment', cells: ['all of the process’s'], isLoose: true }]
        : []),
    ],
    lists: [
      {
        title: 'Environment, by name',
        chips: environmentNames.map((text) => ({ text, mark: 'plain' })),
        empty: 'None.',
      },
    ],
  });
}

function behind(walls: ProcessWalls): Section[] {
  const { namespaces, capabilities, seccomp, noNewPrivileges, accessControl } = walls;
  const ofHost = namespaces.filter(({ isHost }) => isHost === true).length;
  const isAll = namespaces.length > 0 && ofHost === namespaces.length;
  return [
    section('host-process', 'Behind it: the host process', {
      columns: [''],
      summary: isAll
        ? 'no wall of the kernel’s own'
        : `${String(namespaces.length - ofHost)} namespaces not the host’s`,
      lines: [
        { name: 'Program', cells: [walls.executable], isCode: true },
        { name: 'Process', cells: [String(walls.pid)] },
        {
          name: 'Seccomp',
          cells: [seccomp && seccompWords(seccomp)],
          isLoose: seccomp?.mode === 'off',
        },
        {
          name: 'No new privileges',
          cells: [noNewPrivileges === undefined ? undefined : yesNo(noNewPrivileges)],
          isLoose: noNewPrivileges === false,
        },
        { name: 'AppArmor or SELinux', cells: [accessControl && labelWords(accessControl)] },
        {
          name: 'User outside',
          cells: [walls.uid === undefined ? undefined : `uid ${String(walls.uid)}`],
          isLoose: walls.uid === 0,
        },
        { name: 'User ids', cells: [walls.uidMap?.map(mappingWords).join('; ')] },
        ...namespaces.map(({ name, isHost }) => ({
          name: NAMESPACE_TITLES[name],
          cells: [isHost === undefined ? undefined : isHost ? 'the host’s' : 'not the host’s'],
          isLoose: isHost === true,
        })),
        ...(capabilities ? capabilitySetLines(capabilities) : []),
      ],
      lists: [
        {
          title: 'Effective capabilities',
          chips: (capabilities?.effective ?? []).map((text) => ({ text, mark: 'beyond' })),
          empty: capabilities === undefined ? 'Not told.' : 'None.',
        },
      ],
    }),
    ...(walls.ulimits
      ? [
          section('ulimits', 'Ulimits of the host process', {
            columns: ['In force'],
            summary: 'soft to hard',
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
  return section('module', module.kind === 'module' ? 'The module' : 'The component', {
    columns: [''],
    summary: formatBytes(module.sizeBytes),
    lines: [
      { name: 'File', cells: [module.path], isCode: true },
      { name: 'SHA-256', cells: [module.sha256], isCode: true },
      { name: 'Its own name', cells: [module.name] },
      { name: 'Made by', cells: [words(...module.producers)] },
      { name: 'Language', cells: [words(...module.languages)] },
      { name: 'Starts by itself', cells: [yesNo(module.hasStartFunction)] },
      { name: 'Target features', cells: [words(...module.targetFeatures)] },
    ],
    lists: [
      {
        title: `Exports (${String(module.exportCount)})`,
        chips: module.exports.map(({ name, kind }) => ({ text: name, mark: 'plain', tip: kind })),
        empty: 'None.',
      },
      {
        title: 'Custom sections',
        chips: module.customSections.map(({ name, sizeBytes }) => ({
          text: `${name} ${formatBytes(sizeBytes)}`,
          mark: 'plain',
        })),
        empty: 'None.',
      },
    ],
  });
}
