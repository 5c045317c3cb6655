import { formatBytes } from '../../../contract/index.js';
import type { ConfigurationEntry, ConfigurationGroup } from '../../../contract/index.js';
import { readText } from '../../../metrics/files/kernel-text.js';
import type { ModuleOnDisk } from '../module-profile.js';
import { argumentsOf, environmentOf, executableOf } from '../scan/proc-files.js';
import type { Subject } from '../subject.js';
import { outputOf } from './output.js';

const MOST_ENTRIES = 200;
const MOST_CHARACTERS = 4096;
/** Engines name a container's cgroup by its full id. */
const CONTAINER_ID = /[0-9a-f]{64}/;

/** What the process was started with, as the kernel tells it; a group without entries is left out. */
export function configuration(
  subject: Subject,
  module: ModuleOnDisk | undefined,
): ConfigurationGroup[] {
  const { directory, workingDirectory } = subject;
  const groups: ConfigurationGroup[] = [
    group('Command line', numbered(argumentsOf(directory))),
    group('Working directory', optional('Path', workingDirectory)),
    group('Runtime', runtime(subject)),
    group('Module', moduleEntries(subject, module)),
    group('Environment', environment(directory)),
    group('Output', [
      { name: 'stdout', value: outputOf(subject, 1).words },
      { name: 'stderr', value: outputOf(subject, 2).words },
    ]),
    group(
      'Container',
      optional('Id', CONTAINER_ID.exec(readText(`${directory}/cgroup`) ?? '')?.[0]),
    ),
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function group(title: string, entries: readonly ConfigurationEntry[]): ConfigurationGroup {
  const shown = entries.slice(0, MOST_ENTRIES).map(({ name, value }) => ({
    name: name.slice(0, MOST_CHARACTERS),
    value: value.slice(0, MOST_CHARACTERS),
  }));
  const left = entries.length - shown.length;
  return { title, entries: left > 0 ? [...shown, { name: '…', value: `${left} more` }] : shown };
}

function optional(name: string, value: string | undefined): ConfigurationEntry[] {
  return value === undefined ? [] : [{ name, value }];
}

function numbered(args: readonly string[]): ConfigurationEntry[] {
  return args.map((value, at) => ({ name: `argv[${at}]`, value }));
}

function runtime({ directory, runtime: { name }, runtimeId }: Subject): ConfigurationEntry[] {
  const executable = executableOf(directory);
  return [
    { name: 'Name', value: `${name} (${runtimeId})` },
    ...optional('Executable', typeof executable === 'object' ? executable.path : undefined),
  ];
}

function moduleEntries(
  { modulePath, line }: Subject,
  module: ModuleOnDisk | undefined,
): ConfigurationEntry[] {
  const profile = module?.profile;
  const memories = profile?.memories ?? [];
  return [
    ...optional('Path', modulePath ?? line.module),
    ...optional('Size', module && formatBytes(module.sizeBytes)),
    ...optional('Kind', module?.isComponent === true ? 'component' : profile && 'core module'),
    ...optional('Imports', profile && String(profile.imports.length)),
    ...memories.map(({ minPages, maxPages, pageBytes }) => ({
      name: 'Memory',
      value: `from ${formatBytes(minPages * pageBytes)} to ${maxPages === undefined ? 'no declared maximum' : formatBytes(maxPages * pageBytes)}`,
    })),
    ...optional('SHA-256', module?.sha256),
  ];
}

function environment(directory: string): ConfigurationEntry[] {
  return (environmentOf(directory) ?? []).map((entry) => {
    const equals = entry.indexOf('=');
    return equals < 0
      ? { name: entry, value: '' }
      : { name: entry.slice(0, equals), value: entry.slice(equals + 1) };
  });
}
