import type { DaemonCost, EngineInfo } from '../../src-main/contract/index.js';
import { t } from '../i18n/index.js';
import { formatPercent } from '../text/format.js';

/** What the process of an engine is called where everybody knows it. */
const PROGRAMS: Record<string, string> = { docker: 'dockerd', podman: 'podman' };

/** `dockerd 0.3 % · 2 requests/s`. */
export function daemonText({ engine, cpuPercent, requestsPerSecond }: DaemonCost): string {
  const share = cpuPercent === undefined ? '' : `${formatPercent(cpuPercent)} · `;
  return `${programOf(engine)} ${share}${t('{{count}} request/s', { count: rounded(requestsPerSecond) })}`;
}

export function daemonSentence(cost: DaemonCost, engines: readonly EngineInfo[]): string {
  const name = engines.find(({ id }) => id === cost.engine)?.name ?? cost.engine;
  const spends =
    cost.cpuPercent === undefined
      ? t('What the daemon of {{name}} spends cannot be seen from here.', { name })
      : t(
          'The daemon of {{name}} uses {{percent}} of a core. It works for everybody on this machine.',
          {
            name,
            percent: formatPercent(cost.cpuPercent),
          },
        );
  const made = t('This lab made {{count}} request a second of it.', {
    count: rounded(cost.requestsPerSecond),
  });
  return `${spends} ${made}`;
}

function programOf(engine: string): string {
  return PROGRAMS[engine.split(/[^a-z]/)[0] ?? ''] ?? engine;
}

function rounded(rate: number): number {
  return Number(rate.toFixed(rate < 10 ? 1 : 0));
}
