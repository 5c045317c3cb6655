import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** Where dockerd finds a containerd that it did not start (cmd/dockerd, `systemContainerdRunning`). */
const SYSTEM_CONTAINERD = '/run/containerd/containerd.sock';
const ENGINES = new Set(['dockerd', 'podman', 'containerd']);

/**
 * The process below which an engine's containers are started: what it sees of the machine, its OCI
 * runtimes see. Undefined where this user may not look into the engine's processes.
 */
export function processThatStartsContainers(socketPath: string): number | undefined {
  const engine = processListeningAt(socketPath);
  if (engine === undefined || nameOf(engine) !== 'dockerd') return engine;
  const containerd = containerdSocketOf(engine);
  return containerd === undefined ? engine : (processListeningAt(containerd) ?? engine);
}

/** Undefined when dockerd started its own, which then sees what dockerd sees. */
function containerdSocketOf(dockerd: number): string | undefined {
  const args = read(`/proc/${dockerd}/cmdline`)?.split('\0') ?? [];
  const named = args.findIndex((arg) => /^--?containerd(=|$)/.test(arg));
  if (named >= 0) return args[named]?.split('=')[1] ?? args[named + 1];
  const hasOwn = everyProcess().some(
    (pid) => nameOf(pid) === 'containerd' && parentOf(pid) === dockerd,
  );
  return hasOwn ? undefined : SYSTEM_CONTAINERD;
}

/**
 * The engine that listens there: systemd may hold its socket too, a proxy may stand before it. Looks at
 * every process; undefined where this user may not look into the engine's.
 */
export function processListeningAt(socketPath: string): number | undefined {
  const sockets = listeningSocketsAt(socketPath);
  if (sockets.size === 0) return undefined;
  return everyProcess().find(
    (pid) => ENGINES.has(nameOf(pid) ?? '') && openFilesOf(pid).some((file) => sockets.has(file)),
  );
}

/** As /proc/PID/fd names them. From /proc/net/unix, proc(5): flag __SO_ACCEPTCON is a listener. */
function listeningSocketsAt(socketPath: string): Set<string> {
  const sockets = new Set<string>();
  for (const line of (read('/proc/net/unix') ?? '').split('\n')) {
    const [, flags, inode = '', path = ''] = UNIX_SOCKET.exec(line) ?? [];
    if (flags === '00010000' && inRun(path) === inRun(socketPath)) sockets.add(`socket:[${inode}]`);
  }
  return sockets;
}

const UNIX_SOCKET = /^\S+ \S+ \S+ (\S+) \S+ \S+ +(\d+) (.*)$/;

/** The path is as it was given to bind(2), and /var/run is a link to /run. */
function inRun(path: string): string {
  return path.replace(/^\/var\/run\//, '/run/');
}

/** Empty for a process that this user may not look into. */
function openFilesOf(pid: number): string[] {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).map((fd) => linkTarget(`${folder}/${fd}`));
  } catch {
    return [];
  }
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return ''; // Closed while we looked.
  }
}

function everyProcess(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function nameOf(pid: number): string | undefined {
  return read(`/proc/${pid}/comm`)?.trim();
}

function parentOf(pid: number): number | undefined {
  const ppid = /^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return ppid === undefined ? undefined : Number(ppid);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
