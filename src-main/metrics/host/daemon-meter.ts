import type { DaemonCost } from '../../contract/index.js';
import { monotonicMs } from '../clock.js';
import { known, readText } from '../files/kernel-text.js';
import { kernelUnits } from '../proc/auxv.js';
import { parseStat } from '../proc/stat.js';

/** An engine, how often the lab has asked it so far, and its daemon's process where that is seen. */
export interface AskedEngine {
  engine: string;
  requests: number;
  daemonPid?: number;
}

interface Seen {
  atMs: number;
  requests: number;
  /** Of which process: a restarted daemon is another. */
  process?: string;
  cpuMs?: number;
}

/** What the daemons of engines spend, and how often this lab asks them, between two readings. */
export class DaemonMeter {
  readonly #ticksPerSecond: number;
  #seen = new Map<string, Seen>();

  constructor(private readonly procRoot: string) {
    this.#ticksPerSecond = kernelUnits(procRoot).ticksPerSecond;
  }

  read(engines: readonly AskedEngine[]): DaemonCost[] {
    const seen = new Map(engines.map((one) => [one.engine, this.#look(one)]));
    const costs = [...seen].map(([engine, now]) => cost(engine, this.#seen.get(engine), now));
    this.#seen = seen;
    return costs.filter((one) => one !== undefined);
  }

  #look({ requests, daemonPid }: AskedEngine): Seen {
    const atMs = monotonicMs();
    const text = daemonPid === undefined ? '' : readText(`${this.procRoot}/${daemonPid}/stat`);
    const stat = parseStat(text ?? '');
    if (stat === undefined) return { atMs, requests };
    const cpuMs = (stat.cpuTicks * 1000) / this.#ticksPerSecond;
    return { atMs, requests, process: `${String(daemonPid)}-${stat.startTicks}`, cpuMs };
  }
}

function cost(engine: string, before: Seen | undefined, now: Seen): DaemonCost | undefined {
  const elapsedMs = now.atMs - (before?.atMs ?? now.atMs);
  if (before === undefined || elapsedMs <= 0) return undefined;
  const isSame = before.process === now.process;
  const usedMs =
    isSame && now.cpuMs !== undefined && before.cpuMs !== undefined
      ? now.cpuMs - before.cpuMs
      : undefined;
  return known<DaemonCost>({
    engine,
    cpuPercent: usedMs === undefined ? undefined : (usedMs / elapsedMs) * 100,
    requestsPerSecond: (Math.max(0, now.requests - before.requests) / elapsedMs) * 1000,
  });
}
