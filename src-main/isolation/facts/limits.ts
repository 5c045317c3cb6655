import { formatBytes } from '../../contract/index.js';
import type { IsolationFact } from '../../contract/index.js';

type Basis = IsolationFact['basis'];

export function memoryLimitFact(bytes: number | undefined, basis: Basis): IsolationFact {
  return bytes === undefined
    ? unlimited('memory-limit', 'memory', 'It can take all memory of the host.', basis)
    : limited(
        'memory-limit',
        `memory ${formatBytes(bytes)}`,
        `Its cgroup may hold ${formatBytes(bytes)}; beyond that the kernel ends a process of it.`,
        basis,
      );
}

export function cpuLimitFact(cpus: number | undefined, basis: Basis): IsolationFact {
  return cpus === undefined
    ? unlimited('cpu-limit', 'CPU', 'It can use every core of the host.', basis)
    : limited(
        'cpu-limit',
        `CPU ${String(cpus)}`,
        `Its cgroup may use ${String(cpus)} cores on average in each scheduling period.`,
        basis,
      );
}

export function pidsLimitFact(pids: number | undefined, basis: Basis): IsolationFact {
  return pids === undefined
    ? unlimited('pids-limit', 'pids', 'A fork bomb inside reaches the limit of the host.', basis)
    : limited('pids-limit', `pids ${pids}`, `At most ${pids} processes and threads.`, basis);
}

function limited(id: string, label: string, detail: string, basis: Basis): IsolationFact {
  return { id, label, detail, tone: 'strong', basis };
}

function unlimited(id: string, what: string, detail: string, basis: Basis): IsolationFact {
  return { id, label: `${what} unlimited`, detail, tone: 'loose', basis };
}
