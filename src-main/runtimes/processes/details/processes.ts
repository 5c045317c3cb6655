import type { InstanceProcess } from '../../../contract/index.js';
import { known, readText } from '../../../metrics/files/kernel-text.js';
import { userNames } from '../../../metrics/files/users.js';
import { processTree } from '../../../metrics/host/process-tree.js';
import { kernelUnits } from '../../../metrics/proc/auxv.js';
import { parseStat } from '../../../metrics/proc/stat.js';
import { parseStatus } from '../../../metrics/proc/status.js';
import { argumentsOf, commOf, startedAtIso } from '../scan/proc-files.js';
import type { ProcPlace } from '../scan/proc-files.js';
import type { Subject } from '../subject.js';

const MOST_PROCESSES = 500;
const MOST_CHARACTERS = 4096;

/** The process and all below it. */
export function processesOf({ place, pid }: Subject): InstanceProcess[] {
  const users = userNames();
  return processTree(pid, place.procRoot)
    .slice(0, MOST_PROCESSES)
    .map((each) => describe(place, each, users))
    .filter((found) => found !== undefined);
}

function describe(
  place: ProcPlace,
  pid: number,
  users: ReadonlyMap<number, string>,
): InstanceProcess | undefined {
  const directory = `${place.procRoot}/${String(pid)}`;
  const stat = parseStat(readText(`${directory}/stat`) ?? '');
  if (stat === undefined) return undefined;
  const { ticksPerSecond } = kernelUnits(place.procRoot);
  const { uid, rssBytes } = parseStatus(readText(`${directory}/status`) ?? '');
  const command = argumentsOf(directory).join(' ') || `[${commOf(directory)}]`;
  return known<InstanceProcess>({
    pid,
    parentPid: stat.parentPid,
    user: uid === undefined ? undefined : (users.get(uid) ?? String(uid)),
    command: command.slice(0, MOST_CHARACTERS),
    cpuTimeMs: (stat.cpuTicks * 1000) / ticksPerSecond,
    rssBytes,
    startedAtIso: startedAtIso(place, stat.startTicks),
  });
}
