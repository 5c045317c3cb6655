import type { LimitValue, Ulimit } from '../../contract/index.js';
import type { HostConfig } from '../inspect.js';

/** The engine's words (getrlimit(2) in lower case), and those of /proc/PID/limits. */
const NAMES: Record<string, string> = {
  as: 'Max address space',
  core: 'Max core file size',
  cpu: 'Max cpu time',
  data: 'Max data size',
  fsize: 'Max file size',
  locks: 'Max file locks',
  memlock: 'Max locked memory',
  msgqueue: 'Max msgqueue size',
  nice: 'Max nice priority',
  nofile: 'Max open files',
  nproc: 'Max processes',
  rss: 'Max resident set',
  rtprio: 'Max realtime priority',
  rttime: 'Max realtime timeout',
  sigpending: 'Max pending signals',
  stack: 'Max stack size',
};

/** Podman writes `RLIMIT_NOFILE`; one that is not known keeps the engine's word. */
export function declaredUlimits({ Ulimits }: HostConfig): Ulimit[] {
  return Ulimits.map(({ Name, Soft, Hard }) => {
    const word = Name.toLowerCase().replace(/^rlimit_/, '');
    return { name: NAMES[word] ?? word, soft: valueOf(Soft), hard: valueOf(Hard) };
  });
}

function valueOf(value: number): LimitValue {
  return value < 0 ? 'unlimited' : value;
}
