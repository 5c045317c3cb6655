import type { ImportGroup, ImportUse } from '../../contract/index.js';
import { WASI_MODULE } from './wasi.js';

export type Door = ImportGroup['id'];

/** In the order in which a reader wants to see them: what reaches farthest first. */
export const DOORS: readonly { id: Door; title: string }[] = [
  { id: 'files', title: 'Files' },
  { id: 'sockets', title: 'Sockets' },
  { id: 'http', title: 'HTTP' },
  { id: 'host-functions', title: 'Functions of the host' },
  { id: 'process', title: 'Process' },
  { id: 'arguments-environment', title: 'Arguments and environment' },
  { id: 'standard-streams', title: 'Standard streams and open files' },
  { id: 'clocks', title: 'Clocks' },
  { id: 'random', title: 'Random' },
  { id: 'scheduling', title: 'Scheduling' },
  { id: 'other', title: 'Memory, tables, types' },
];

/**
 * Of WASI preview 1. A file is reached by a path only (`path_*`), or read as a directory that was granted. What
 * works on any open descriptor (fd_read, fd_write, fd_close, …) serves files and the standard streams alike: alone
 * it reaches no file, so it stands with the streams, which are always open.
 */
const PREVIEW_1: readonly [RegExp, Door][] = [
  [/^path_/, 'files'],
  [/^fd_(prestat_|readdir|pread|pwrite|allocate|advise|filestat_set_|fdstat_set_rights)/, 'files'],
  [/^fd_/, 'standard-streams'],
  [/^clock_/, 'clocks'],
  [/^random_/, 'random'],
  [/^proc_/, 'process'],
  // Also those that runtimes have beside WASI: sock_open, sock_connect.
  [/^sock_/, 'sockets'],
  [/^(args|environ)_/, 'arguments-environment'],
  [/^(poll_oneoff|sched_yield)$/, 'scheduling'],
];

/** Of WASI 0.2 and 0.3, by package and interface, whatever the version. */
const INTERFACES: readonly [RegExp, Door][] = [
  [/^wasi:filesystem\//, 'files'],
  [/^wasi:sockets\//, 'sockets'],
  [/^wasi:http\//, 'http'],
  [/^wasi:clocks\//, 'clocks'],
  [/^wasi:random\//, 'random'],
  [/^wasi:cli\/environment\b/, 'arguments-environment'],
  [/^wasi:cli\/exit\b/, 'process'],
  [/^wasi:cli\/(stdin|stdout|stderr|terminal-)/, 'standard-streams'],
  [/^wasi:io\/poll\b/, 'scheduling'],
  // What carries the bytes and errors of all the others opens nothing by itself.
  [/^wasi:(io|cli)\/(streams|error|types)\b/, 'other'],
];

/** Kinds that call nothing: what they share with the host is data. */
const DATA = new Set(['memory', 'table', 'global', 'tag', 'type', 'value']);

export function doorOf({ module, name, kind }: ImportUse): Door {
  if (DATA.has(kind)) return 'other';
  if (name === undefined) return first(INTERFACES, module);
  return module === WASI_MODULE ? first(PREVIEW_1, name) : 'host-functions';
}

function first(rules: readonly [RegExp, Door][], text: string): Door {
  return rules.find(([pattern]) => pattern.test(text))?.[1] ?? 'host-functions';
}
