import * as v from 'valibot';
import type { InstanceProcess } from '../../../contract/index.js';
import { readCgroupProcesses } from '../../../metrics/index.js';
import type { Engine } from '../engine/engine.js';
import { boundedText } from './bounds.js';
import { ask } from './questions.js';
import { present } from './view.js';

const LONGEST_COMMAND = 4096;
const MOST_PROCESSES = 500;
const BYTES_PER_KB = 1024;

/** Docker runs `ps` of its machine with these; Podman has descriptors of its own, and none for what is resident. */
const PS_ARGUMENTS = {
  docker: '-eo pid,ppid,user,rss,time,args',
  podman: 'hpid,ppid,huser,time,args',
};
const TopSchema = v.object({
  Titles: v.array(v.string()),
  Processes: v.fallback(v.array(v.array(v.string())), []),
});

/** `pid`: its first process where that is one of this machine. Rejects as the client does. */
export async function processesOf(
  engine: Engine,
  containerId: string,
  pid: number | undefined,
): Promise<InstanceProcess[]> {
  const found =
    pid === undefined ? undefined : readCgroupProcesses({ pid, containerId }, MOST_PROCESSES);
  return (found ?? (await top(engine, containerId))).map((one) => ({
    ...one,
    command: boundedText(one.command, LONGEST_COMMAND),
  }));
}

async function top(engine: Engine, containerId: string): Promise<InstanceProcess[]> {
  const path = `/containers/${containerId}/top`;
  const query = { ps_args: PS_ARGUMENTS[engine.id] };
  return parseTop(await ask(engine, { method: 'GET', path, query }));
}

/** The columns of `ps` under its titles; Podman's are HPID and HUSER on the machine. */
export function parseTop(answer: unknown): InstanceProcess[] {
  const { Titles, Processes } = v.parse(TopSchema, answer);
  const at = (row: string[], ...names: string[]): string | undefined =>
    row[Titles.findIndex((title) => names.includes(title))];
  return Processes.slice(0, MOST_PROCESSES).flatMap((row) => {
    const pid = Number(at(row, 'HPID', 'PID'));
    if (!Number.isInteger(pid)) return [];
    const rssKb = Number(at(row, 'RSS') ?? NaN);
    const parentPid = Number(at(row, 'PPID') ?? NaN);
    return [
      {
        pid,
        command: at(row, 'COMMAND', 'CMD', 'ARGS') ?? '',
        ...present({
          // Podman counts parents inside the container and cannot do otherwise.
          parentPid: Titles.includes('HPID') || Number.isNaN(parentPid) ? undefined : parentPid,
          user: at(row, 'HUSER', 'USER'),
          cpuTimeMs: parseCpuTime(at(row, 'TIME')),
          // No process that runs has none: the kernel's counter is behind.
          rssBytes: rssKb > 0 ? rssKb * BYTES_PER_KB : undefined,
        }),
      },
    ];
  });
}

/** `[DD-]hh:mm:ss` of ps(1), `1m2.5s` of Go's Duration. */
export function parseCpuTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ps = /^(?:(\d+)-)?(\d+):(\d\d):(\d\d)$/.exec(text);
  if (ps !== null) {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = ps
      .slice(1)
      .map((one) => Number(one || 0));
    return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
  const go = /^(?:(\d+)h)?(?:(\d+)m)?(?:([\d.]+)s)?$/.exec(text);
  if (go === null || text === '') return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = go.slice(1).map((one) => Number(one || 0));
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
