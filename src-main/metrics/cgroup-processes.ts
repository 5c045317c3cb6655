import { userNames } from './files/users.js';
import { known, numberAfter, readText } from './files/kernel-text.js';
import { locateCgroup } from './cgroup/locate.js';
import type { CgroupQuery } from './cgroup/locate.js';
import { CgroupProcesses } from './cgroup/processes.js';
import { kernelUnits } from './proc/auxv.js';
import { parseStat } from './proc/stat.js';
import { parseStatus } from './proc/status.js';

export interface CgroupProcess {
  pid: number;
  parentPid?: number;
  /** Its name on this machine, or its number. */
  user?: string;
  /** The command line, arguments parted by spaces; in brackets the name of one that has none. */
  command: string;
  cpuTimeMs?: number;
  rssBytes?: number;
  startedAtIso?: string;
}

/** The processes in a cgroup and below it. Undefined when it cannot be seen from here. */
export function readCgroupProcesses(query: CgroupQuery, most: number): CgroupProcess[] | undefined {
  const location = locateCgroup(query);
  const directory =
    location?.version === 1
      ? (location.directories.memory ?? Object.values(location.directories)[0])
      : location?.directory;
  if (directory === undefined) return undefined;
  const processes = new CgroupProcesses(directory);
  const pids = processes.pids().slice(0, most);
  processes.close();
  const procRoot = query.procRoot ?? '/proc';
  const read = processReader(procRoot);
  return pids.flatMap((pid) => read(pid) ?? []);
}

function processReader(procRoot: string): (pid: number) => CgroupProcess | undefined {
  const units = kernelUnits(procRoot);
  const users = userNames();
  const bootS = numberAfter(readText(`${procRoot}/stat`) ?? '', 'btime ');
  return (pid) => {
    const stat = parseStat(readText(`${procRoot}/${pid}/stat`) ?? '');
    if (stat === undefined) return undefined;
    const { uid, name, rssBytes } = parseStatus(readText(`${procRoot}/${pid}/status`) ?? '');
    const startedMs =
      bootS === undefined ? undefined : (bootS + stat.startTicks / units.ticksPerSecond) * 1000;
    return known<CgroupProcess>({
      pid,
      parentPid: stat.parentPid,
      user: uid === undefined ? undefined : (users.get(uid) ?? String(uid)),
      command: commandOf(`${procRoot}/${pid}/cmdline`) ?? `[${name ?? '?'}]`,
      cpuTimeMs: (stat.cpuTicks * 1000) / units.ticksPerSecond,
      rssBytes,
      startedAtIso: startedMs === undefined ? undefined : new Date(startedMs).toISOString(),
    });
  };
}

/** Undefined for a kernel thread, and for a process that has ended. */
function commandOf(path: string): string | undefined {
  const bytes = readText(path);
  if (bytes === undefined || bytes === '') return undefined;
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  return text.replace(/\0+$/, '').replaceAll('\0', ' ');
}
