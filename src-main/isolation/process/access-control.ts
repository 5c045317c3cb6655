import type { AccessControlLabel } from '../../contract/index.js';
import { readText } from '../../metrics/files/kernel-text.js';

/** Reading fails with EINVAL where no security module writes it: then there is nothing to say. */
export function readAccessControl(process: string): AccessControlLabel | undefined {
  const text = readText(`${process}/attr/current`) ?? '';
  return accessControlOf(text.replace(/[\0\n]/g, '').trim());
}

/**
 * What AppArmor (`docker-default (enforce)`) or SELinux (`system_u:system_r:container_t:s0:c1,c2`) calls a process.
 * A profile in `complain` mode only writes to a log.
 */
export function accessControlOf(label: string): AccessControlLabel | undefined {
  if (label === '') return undefined;
  const selinux = /^[^:\s]+:[^:\s]+:([^:\s]+)(:|$)/.exec(label)?.[1];
  if (selinux !== undefined) {
    const confines = selinux !== 'unconfined_t' && selinux !== 'spc_t';
    return { module: 'selinux', label, confines };
  }
  const isProfile = /^[\w./&:+-]+( \((enforce|complain|kill|mixed|prompt)\))?$/.test(label);
  const confines = !label.startsWith('unconfined') && !label.endsWith('(complain)');
  return { module: isProfile ? 'apparmor' : 'other', label, confines };
}
