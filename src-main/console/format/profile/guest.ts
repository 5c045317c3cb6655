import { formatBytes } from '../../../contract/index.js';
import type {
  GuestGrants,
  GuestProfile,
  ImportGroup,
  ModuleWalls,
  ProcessWalls,
} from '../../../contract/index.js';
import type { Section } from './section.js';
import { capabilityWords, limitWords, mapWords, seccompWords } from './words.js';

const MOST_LISTED = 30;

export function guestSections({ module, grants, limits, hostProcess }: GuestProfile): Section[] {
  return [
    ...(module === undefined ? [] : [moduleSection(module), importsSection(module)]),
    ...(grants === undefined ? [] : [grantsSection(grants)]),
    { title: 'Limits', entries: limits.map((limit) => [limit.name, limitWords(limit)]) },
    ...(hostProcess === undefined ? [] : [processSection(hostProcess)]),
  ];
}

function moduleSection(module: ModuleWalls): Section {
  return {
    title: module.kind === 'component' ? 'Component' : 'Module',
    entries: [
      ['path', module.path],
      ['name', module.name],
      ['size', formatBytes(module.sizeBytes)],
      ['SHA-256', module.sha256],
      ...module.memories
        .slice(0, MOST_LISTED)
        .map((memory): [string, string] => ['memory', memoryWords(memory)]),
      ['tables', module.tables.length === 0 ? undefined : String(module.tables.length)],
      [
        'start function',
        module.hasStartFunction ? 'yes: it runs before anything is called' : undefined,
      ],
      ['exports', exportWords(module)],
      ['made by', module.producers.join(', ')],
      ['languages', module.languages.join(', ')],
      ['features', module.targetFeatures.join(' ')],
      [
        'custom sections',
        module.customSections
          .slice(0, MOST_LISTED)
          .map(({ name }) => name)
          .join(' '),
      ],
    ],
  };
}

function memoryWords(memory: ModuleWalls['memories'][number]): string {
  const { initialBytes, maximumBytes, is64Bit, isShared, isImported } = memory;
  const end = maximumBytes === undefined ? 'no maximum' : `at most ${formatBytes(maximumBytes)}`;
  const traits = [is64Bit && '64-bit', isShared && 'shared', isImported && 'imported'].filter(
    Boolean,
  );
  return [`${formatBytes(initialBytes)} at first`, end, ...traits].join(', ');
}

function exportWords({ exports, exportCount }: ModuleWalls): string {
  const shown = exports.slice(0, MOST_LISTED).map(({ name }) => name);
  const left = exportCount - shown.length;
  return left > 0 ? `${shown.join(' ')} and ${left} more` : shown.join(' ');
}

function importsSection({ importGroups, importCount }: ModuleWalls): Section {
  return {
    title: `Imports (${importCount})`,
    entries: importGroups.map((group) => [group.title, groupWords(group)]),
  };
}

function groupWords({ imports }: ImportGroup): string {
  const shown = imports.slice(0, MOST_LISTED).map(({ module, name, granted, calls }) => {
    const used = calls === undefined ? '' : ` (called ${calls} times)`;
    return `${name ?? module}${granted === false ? ' (nothing granted)' : ''}${used}`;
  });
  const left = imports.length - shown.length;
  return left > 0 ? `${shown.join(' ')} and ${left} more` : shown.join(' ');
}

function grantsSection(grants: GuestGrants): Section {
  const { directories, environmentNames, inheritsEnvironment, args, network } = grants;
  return {
    title: 'Grants',
    entries: [
      ['directories', directories.length === 0 ? 'none' : undefined],
      ...directories
        .slice(0, MOST_LISTED)
        .map(({ hostPath, guestPath, rights }): [string, string] => [
          'directory',
          `${hostPath} as ${guestPath}, ${rights}`,
        ]),
      [
        'environment',
        inheritsEnvironment === true
          ? 'all of its process’s'
          : environmentNames.join(' ') || 'empty',
      ],
      ['arguments', args.slice(0, MOST_LISTED).join(' ')],
      ['network', network],
    ],
  };
}

function processSection(walls: ProcessWalls): Section {
  const own = walls.namespaces.filter(({ isHost }) => isHost === false).map(({ name }) => name);
  const isKnown = walls.namespaces.some(({ isHost }) => isHost !== undefined);
  return {
    title: 'The process behind the sandbox',
    entries: [
      ['pid', String(walls.pid)],
      ['executable', walls.executable],
      ['uid, gid', walls.uid === undefined ? undefined : `${walls.uid}, ${walls.gid ?? '?'}`],
      ['capabilities', walls.capabilities && capabilityWords(walls.capabilities)],
      ['seccomp', walls.seccomp && seccompWords(walls.seccomp)],
      [
        'no new rights',
        walls.noNewPrivileges === undefined ? undefined : walls.noNewPrivileges ? 'yes' : 'no',
      ],
      ['access control', walls.accessControl?.label],
      ['own namespaces', isKnown ? own.join(' ') || 'none' : undefined],
      ['uid map', walls.uidMap && mapWords(walls.uidMap)],
    ],
  };
}
