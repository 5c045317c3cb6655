import type { EnforcedBy, Enforcer, LimitName } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';

const LIMITS: Record<LimitName, Words> = {
  memory: 'memory',
  cpus: 'cpus',
  pids: 'pids',
  time: 'time',
  fuel: 'fuel|limit',
};
const ENFORCERS: Record<Enforcer, Words> = {
  cgroup: 'cgroup',
  'engine-flag': 'engine-flag',
  'module-maximum': 'module-maximum',
  'v8-flag': 'v8-flag',
  'lab-kill': 'lab-kill',
  interface: 'interface',
  none: 'nobody',
};

/** Who holds each limit of a run, in the order in which the run says it. */
export function enforcerRows(
  enforcedBy: EnforcedBy,
): { limit: string; by: string; isHeld: boolean }[] {
  return (Object.entries(enforcedBy) as [LimitName, Enforcer][]).map(([limit, by]) => ({
    limit: t(LIMITS[limit]),
    by: t(ENFORCERS[by]),
    isHeld: by !== 'none',
  }));
}
