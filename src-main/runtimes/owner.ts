import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Names one living lab, so that nobody else's containers and processes are removed: the machine, its boot, the
 * pid namespace, the pid, and when that process began (a pid is given out again, both together are not).
 */
export interface Owner {
  machine: string;
  boot: string;
  pidNamespace: string;
  pid: number;
  /** Clock ticks from boot to the start of the process, /proc/PID/stat field 22; `0` where there is no /proc. */
  startTicks: string;
}

let own: string | undefined;

/** The owner of what this process makes. */
export function thisOwner(): string {
  own ??= formatOwner({
    ...thisPlace(),
    pid: process.pid,
    startTicks: startTicksOf(process.pid) ?? '0',
  });
  return own;
}

export function formatOwner(owner: Owner): string {
  const { machine, boot, pidNamespace, pid, startTicks } = owner;
  return ['1', machine, boot, pidNamespace, pid, startTicks].join('.');
}

export function parseOwner(text: string): Owner | undefined {
  const match = /^1\.([0-9a-f]+)\.([0-9a-f]+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  if (match === null) return undefined;
  const [, machine = '', boot = '', pidNamespace = '', pid = '', startTicks = ''] = match;
  return { machine, boot, pidNamespace, pid: Number(pid), startTicks };
}

/** True also when it cannot be known from here: another machine, another pid namespace, another format. */
export function isOwnerAlive(text: string): boolean {
  const owner = parseOwner(text);
  const here = thisPlace();
  if (owner?.machine !== here.machine) return true;
  if (owner.boot !== here.boot) return false;
  if (owner.pidNamespace !== here.pidNamespace) return true;
  const ticks = startTicksOf(owner.pid);
  if (ticks !== undefined) return ticks === owner.startTicks;
  return owner.startTicks === '0' && answersSignals(owner.pid);
}

function thisPlace(): Pick<Owner, 'machine' | 'boot' | 'pidNamespace'> {
  return {
    machine: digest(readFile('/etc/machine-id') ?? hostname()),
    boot: digest(readFile('/proc/sys/kernel/random/boot_id') ?? ''),
    pidNamespace: /\d+/.exec(readLink('/proc/self/ns/pid') ?? '')?.[0] ?? '0',
  };
}

/** Undefined when there is no such process (one that is dead and not yet reaped is none), or no /proc. */
function startTicksOf(pid: number): string | undefined {
  const stat = readFile(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name in parentheses may hold anything, spaces and parentheses included.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return /[ZX]/.test(fields[0] ?? '') ? undefined : fields[19];
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text.trim()).digest('hex').slice(0, 12);
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
