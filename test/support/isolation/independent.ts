import { execFileSync } from 'node:child_process';

/** What other programs than the lab say of a process: each in the words of its own output. */

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** By lsns(8): the inode of each namespace. */
export function namespacesByLsns(pid: number): Record<string, number> {
  const rows = lines(run('lsns', '-n', '-o', 'TYPE,NS', '-p', String(pid)));
  return Object.fromEntries(
    rows.map((row) => {
      const [type = '', inode] = row.trim().split(/\s+/);
      return [type, Number(inode)];
    }),
  );
}

/** By capsh(1), of a line of /proc/PID/status: `CapEff`. */
export function capabilitiesByCapsh(pid: number, line: string): string[] {
  const decoded = run('capsh', `--decode=${statusLine(pid, line)}`);
  const names = decoded.trim().split('=')[1] ?? '';
  return names === '' ? [] : names.split(',').map((name) => name.toUpperCase().slice(4));
}

/** By grep. */
export function statusLine(pid: number, name: string): string {
  return run('grep', `^${name}:`, `/proc/${pid}/status`).split('\t').slice(1).join('\t').trim();
}

export interface SeenMount {
  type: string;
  readOnly: boolean;
}

/** What `cat /proc/mounts` prints inside its mount namespace: the last one on each point. */
export function mountsInside(pid: number): Map<string, SeenMount> {
  const found = new Map<string, SeenMount>();
  for (const line of lines(run('nsenter', '-t', String(pid), '-m', '-p', 'cat', '/proc/mounts'))) {
    const [, point = '', type = '', options = ''] = line.split(' ');
    found.set(point, { type, readOnly: options.split(',').includes('ro') });
  }
  return found;
}

/** What a file says inside its mount namespace; undefined when there is none. */
export function fileInside(pid: number, path: string): string | undefined {
  try {
    return run('nsenter', '-t', String(pid), '-m', 'cat', path);
  } catch {
    return undefined;
  }
}

/** By find(1). */
export function deviceNodesByFind(pid: number): string[] {
  const root = `/proc/${pid}/root`;
  const found = run('find', `${root}/dev`, '-xdev', '(', '-type', 'b', '-o', '-type', 'c', ')');
  return lines(found)
    .map((path) => path.slice(root.length))
    .sort();
}

/** By prlimit(1): `NOFILE` with its soft and hard value. As the user of the process, who alone may ask without a capability. */
export function ulimitsByPrlimit(pid: number): Record<string, [string, string]> {
  const [uid = '', gid = ''] = ['Uid', 'Gid'].map((name) => statusLine(pid, name).split('\t')[0]);
  const asUser = ['--reuid', uid, '--regid', gid, '--clear-groups'];
  const columns = ['-o', 'RESOURCE,SOFT,HARD', '--noheadings', '--raw'];
  const rows = lines(run('setpriv', ...asUser, 'prlimit', '--pid', String(pid), ...columns));
  return Object.fromEntries(
    rows.map((row) => {
      const [name = '', soft = '', hard = ''] = row.trim().split(/\s+/);
      return [name, [soft, hard]];
    }),
  );
}

/** Who it is in the eyes of its own user namespace. */
export function uidInside(pid: number): number {
  const isOwn = namespacesByLsns(pid)['user'] !== namespacesByLsns(process.pid)['user'];
  const enter = ['-t', String(pid), ...(isOwn ? ['-U'] : []), '-m', '-p'];
  const status = run('nsenter', ...enter, 'cat', '/proc/1/status');
  return Number(/^Uid:\t\d+\t(\d+)/m.exec(status)?.[1]);
}

/** By ip(8), inside its network namespace: `eth0` with its addresses. */
export function addressesByIp(pid: number): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const line of lines(run('nsenter', '-t', String(pid), '-n', 'ip', '-o', 'addr'))) {
    const [, name = '', , address = ''] = line.split(/\s+/);
    (found[name] ??= []).push(address.split('/')[0] ?? '');
  }
  return found;
}

interface CliInspect {
  HostConfig: {
    Privileged: boolean;
    ReadonlyRootfs: boolean;
    Runtime: string;
    PidMode: string;
    NetworkMode: string;
    IpcMode: string;
    UTSMode: string;
    MaskedPaths: string[];
    ReadonlyPaths: string[];
    Devices: { PathOnHost: string }[] | null;
  };
}

/** By docker(1), which need not be there: an engine does without. */
export function dockerInspect(id: string): CliInspect | undefined {
  try {
    return (JSON.parse(run('docker', 'inspect', id)) as CliInspect[])[0];
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}
