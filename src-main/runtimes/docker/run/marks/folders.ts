import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { parseAddress } from '../../engine/address.js';
import { processListeningAt } from '../../engine/engine-process.js';
import type { Engine } from '../../engine/engine.js';

/** Where an engine of this machine and its OCI runtimes keep what they hold of a running container; the id comes behind. */
export interface StartFolders {
  /** Of containerd or Podman: with `config.json`. */
  bundles: readonly string[];
  /** Inside the bundle. */
  bundleSuffix: string;
  /** Of the OCI runtime: with `state.json` (runc) or `status` (crun), and `exec.fifo` until the program is begun. */
  states: readonly string[];
}

const TASKS = 'io.containerd.runtime.v2.task/moby';
const DEFAULT_EXEC_ROOT = '/run/docker';
const known = new WeakMap<Engine, StartFolders>();

/** To be asked before a start: the first time every process of the machine is looked at. */
export function startFolders(engine: Engine): StartFolders {
  const found = known.get(engine) ?? (engine.id === 'podman' ? podmans(engine) : dockers(engine));
  known.set(engine, found);
  return found;
}

/** dockerd tells its exec root nowhere but in its own arguments. */
function dockers(engine: Engine): StartFolders {
  const root = execRootOf(engine) ?? DEFAULT_EXEC_ROOT;
  return {
    bundles: [join(root, 'containerd/daemon', TASKS), join('/run/containerd', TASKS)],
    bundleSuffix: '',
    states: [
      ...['runc', 'crun'].map((name) => join(root, `runtime-${name}`, 'moby')),
      '/run/containerd/runc/moby',
    ],
  };
}

function podmans({ facts: { storage } }: Engine): StartFolders {
  const own = process.env['XDG_RUNTIME_DIR'];
  const runs = ['/run', ...(own === undefined ? [] : [own])];
  return {
    bundles: storage === undefined ? [] : [join(storage.root, `${storage.driver}-containers`)],
    bundleSuffix: 'userdata',
    states: runs.flatMap((run) => [join(run, 'crun'), join(run, 'runc')]),
  };
}

function execRootOf({ info: { address, local } }: Engine): string | undefined {
  const { path } = address === undefined ? {} : parseAddress(address);
  if (path === undefined || !local || process.platform !== 'linux') return undefined;
  try {
    const pid = processListeningAt(path) ?? processListeningAt(realpathSync(path));
    if (pid === undefined) return undefined;
    const args = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split('\0');
    return argumentOf(args, '--exec-root');
  } catch {
    return undefined;
  }
}

/** `--name value` or `--name=value`. */
export function argumentOf(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  return args[at]?.slice(name.length + 1) || args[at + 1];
}
