import type { EnvironmentChange } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import { visibleName } from '../../text/escape.js';

const NAMES: Record<Exclude<EnvironmentChange['what'], 'runtime'>, Words> = {
  machine: 'Machine',
  system: 'System',
  kernel: 'Kernel',
  cgroup: 'cgroup',
  governor: 'Governor',
  engine: 'Engine',
  paralelo: 'Paralelo',
};

/** `Kernel: 6.1.0 → 6.12.1`, `wasmtime: 38.0.1 → 39.0.0`. */
export function changeText({ what, runtime, from, to }: EnvironmentChange): string {
  const name = what === 'runtime' ? visibleName(runtime ?? '') : t(NAMES[what]);
  return t('{{what}}: {{from}} → {{to}}', {
    what: name,
    from: visibleName(from),
    to: visibleName(to),
  });
}
