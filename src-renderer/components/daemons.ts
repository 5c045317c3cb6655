import type { DaemonCost, EngineInfo } from '../../src-main/contract/index.js';
import { formatPercent } from '../text/format.js';

/** What the process of an engine is called where everybody knows it. */
const PROGRAMS: Record<string, string> = { docker: 'dockerd', podman: 'podman' };

/** `dockerd 0.3 % · 2 requests/s`. */
export function daemonText({ engine, cpuPercent, requestsPerSecond }: DaemonCost): string {
  const share = cpuPercent === undefined ? '' : `${formatPercent(cpuPercent)} · `;
  return `${programOf(engine)} ${share}${requests(requestsPerSecond)}/s`;
}

export function daemonSentence(cost: DaemonCost, engines: readonly EngineInfo[]): string {
  const name = engines.find(({ id }) => id === cost.engine)?.name ?? cost.engine;
  const spends =
    cost.cpuPercent === undefined
      ? `What the daemon of ${name} spends cannot be seen from here.`
      : `The daemon of ${name} uses ${formatPercent(cost.cpuPercent)} of a core. It works for everybody on this machine.`;
  return `${spends} This lab made ${requests(cost.requestsPerSecond)} a second of it.`;
}

function programOf(engine: string): string {
  return PROGRAMS[engine.split(/[^a-z]/)[0] ?? ''] ?? engine;
}

function requests(rate: number): string {
  const number = Number(rate.toFixed(rate < 10 ? 1 : 0));
  return `${String(number)} ${number === 1 ? 'request' : 'requests'}`;
}
