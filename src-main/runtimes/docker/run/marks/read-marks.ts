import { statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import { monotonicMs } from '../../../../metrics/clock.js';
import { locateCgroup } from '../../../../metrics/cgroup/locate.js';
import type { StartMarks } from '../../../runtime.js';
import type { StartFolders } from './folders.js';

const NOT_ALLOWED =
  'When the engine, containerd and the OCI runtime began stands in folders that only root may read.';
const NOT_FOUND =
  'When the engine and its OCI runtime began was not found: their folders are elsewhere, or were gone already.';

interface Looked {
  atMs?: number;
  isRefused?: boolean;
}

/**
 * What a start has left behind in the file system, right after the first sign of the guest. The times are those of
 * files, which the kernel cuts to its tick (1 to 10 ms, by CONFIG_HZ; timekeeping.rst, `ktime_get_coarse`): each is
 * early by as much. Absent is what cannot be read, or is gone: an OCI runtime clears up after a guest that has ended.
 */
export function readMarks(folders: StartFolders, containerId: string): StartMarks {
  // File times are of the wall clock, which is the lab's: what is here is of this kernel.
  const offsetMs = monotonicMs() - Date.now();
  const timeOf = (path: string, which: 'mtimeMs' | 'ctimeMs' = 'mtimeMs'): Looked => {
    const stats = look(path);
    if (stats === undefined || stats === 'refused') return { isRefused: stats === 'refused' };
    return { atMs: stats[which] + offsetMs };
  };
  const first = (paths: readonly string[]): Looked => {
    const all = paths.map((path) => timeOf(path));
    return all.find(({ atMs }) => atMs !== undefined) ?? refusedOne(all);
  };
  const inBundle = (...names: string[]): string[] =>
    folders.bundles.flatMap((folder) =>
      names.map((name) => join(folder, containerId, folders.bundleSuffix, name)),
    );
  const inState = (...names: string[]): string[] =>
    folders.states.flatMap((folder) => names.map((name) => join(folder, containerId, name)));
  const bundle = first(inBundle('config.json'));
  // The shim writes it just before it begins the OCI runtime; crun's first file is its copy of the configuration.
  const runtime = first([...inBundle('options.json'), ...inState('config.json')]);
  const created = first(inState('state.json', 'status'));
  const program = created.atMs === undefined ? {} : programTime(inState(''), timeOf);
  const cgroup = cgroupTime(folders, containerId, (path) => timeOf(path, 'ctimeMs'));
  const all = { bundle, runtime, cgroup, created, program };
  const marks = Object.entries(all).flatMap(([mark, { atMs }]) =>
    atMs === undefined ? [] : [{ mark: mark as keyof typeof all, atMs }],
  );
  if (marks.length === Object.keys(all).length) return { marks };
  const isRefused = [bundle, runtime, created].some((looked) => looked.isRefused === true);
  return { marks, unseen: isRefused ? NOT_ALLOWED : NOT_FOUND };
}

function refusedOne(all: readonly Looked[]): Looked {
  return { isRefused: all.some(({ isRefused }) => isRefused === true) };
}

/** The folder's own time is that of its last file: exec.fifo, which is taken away when the program is begun. */
function programTime(folders: readonly string[], timeOf: (path: string) => Looked): Looked {
  const folder = folders.find((path) => typeof look(path) === 'object');
  if (folder === undefined || look(join(folder, 'exec.fifo')) !== undefined) return {};
  return timeOf(folder);
}

/** Where the cgroup of an engine's last container was: the next one's is beside it. */
const cgroups = new WeakMap<StartFolders, { of: string; folder: string }>();

/** A folder of cgroupfs has the time at which it was first looked up, which whoever makes it does at once. */
function cgroupTime(
  folders: StartFolders,
  containerId: string,
  timeOf: (path: string) => Looked,
): Looked {
  const last = cgroups.get(folders);
  const beside = last && timeOf(last.folder.replace(last.of, containerId));
  if (beside?.atMs !== undefined) return beside;
  const location = locateCgroup({ containerId });
  if (location === undefined) return {};
  const folder =
    location.version === 2
      ? location.directory
      : (location.directories.memory ?? Object.values(location.directories)[0]);
  if (folder === undefined) return {};
  cgroups.set(folders, { of: containerId, folder });
  return timeOf(folder);
}

function look(path: string): Stats | 'refused' | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (thrown) {
    return ['EACCES', 'EPERM'].includes((thrown as NodeJS.ErrnoException).code ?? '')
      ? 'refused'
      : undefined;
  }
}
