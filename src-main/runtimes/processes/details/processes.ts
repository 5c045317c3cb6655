import type { InstanceProcess } from '../../../contract/index.js';
import { known, readText } from '../../../metrics/files/kernel-text.js';
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
  users: ReadonlyMap<string, string>,
): InstanceProcess | undefined {
  const directory = `${place.procRoot}/${String(pid)}`;
  const stat = parseStat(readText(`${directory}/stat`) ?? '');
  if (stat === undefined) return undefined;
  const { ticksPerSecond } = kernelUnits(place.procRoot);
  // The resident set of `stat` is too small by what each core has not yet added: 0 for a small program.
  const { uid, rssBytes } = parseStatus(readText(`${directory}/status`) ?? '');
  const command = argumentsOf(directory).join(' ') || `[${commOf(directory)}]`;
  return known<InstanceProcess>({
    pid,
    parentPid: stat.parentPid,
    user: uid === undefined ? undefined : (users.get(String(uid)) ?? String(uid)),
    command: command.slice(0, MOST_CHARACTERS),
    cpuTimeMs: (stat.cpuTicks * 1000) / ticksPerSecond,
    rssBytes,
    startedAtIso: startedAtIso(place, stat.startTicks),
  });
}

/** passwd(5); users of a directory service keep their number. */
function userNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const line of (readText('/etc/passwd') ?? '').split('\n')) {
    const [name, , uid] = line.split(':');
    if (name !== undefined && uid !== undefined && !names.has(uid)) names.set(uid, name);
  }
  return names;
}
