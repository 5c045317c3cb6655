import { readFile, readdir, readlink } from 'node:fs/promises';

/** TCP_LISTEN of include/net/tcp_states.h, as /proc/net/tcp writes it. */
const LISTENING = '0A';

/** The TCP ports on which a process or one of its descendants listens, from /proc. */
export async function listeningPorts(rootPid: number): Promise<number[]> {
  const inodes = new Set<string>();
  for (const pid of await family(rootPid)) {
    for (const inode of await socketInodes(pid)) inodes.add(inode);
  }
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')),
  );
  return tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === LISTENING && inodes.has(columns[9] ?? ''))
    .map((columns) => Number.parseInt(columns[1]?.split(':')[1] ?? '', 16));
}

/** The pids of the process and of all that descend from it. */
export async function family(rootPid: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const entry of await readdir('/proc')) {
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
    const parent = /\) \S (\d+)/.exec(stat)?.[1];
    if (parent === undefined) continue;
    children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(entry)]);
  }
  const found = [rootPid];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

async function socketInodes(pid: number): Promise<string[]> {
  const folder = `/proc/${String(pid)}/fd`;
  const descriptors = await readdir(folder).catch(() => []);
  const targets = await Promise.all(
    descriptors.map((each) => readlink(`${folder}/${each}`).catch(() => '')),
  );
  return targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []);
}
