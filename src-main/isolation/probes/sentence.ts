import type { Refuser } from '../../contract/index.js';
import type { Found } from './meaning.js';

/** Completes "refused by …". */
export const REFUSER_WORDS: Readonly<Record<Refuser, string>> = {
  seccomp: 'the system call filter',
  capability: 'a capability that it lacks',
  namespace: 'a namespace of its own',
  cgroup: 'its cgroup',
  'read-only-mount': 'a read-only mount',
  'masked-path': 'a masked path',
  'file-permission': 'the permissions of the file',
  'nothing-there': 'there being nothing of that name',
  linker: 'the linker',
  'linear-memory-bounds': 'the bounds of its linear memory',
  'function-table': 'the function table',
  'stack-limit': 'the limit of its stack',
  runtime: 'its runtime',
  'memory-protection': 'the memory protection of the kernel',
  lab: 'the lab',
};

/** `Mount a file system: refused by the system call filter (EPERM, mount).` */
export function sentence(title: string, { verdict, by, errno }: Found, detail: string): string {
  const more = detail.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (verdict === 'not-expressible') return `${title}: it cannot be asked for: ${more}.`;
  if (verdict === 'not-tried') return `${title}: not tried: ${more}.`;
  const brackets = [errno, more].filter((part) => part !== undefined && part !== '').join(', ');
  const seen = brackets === '' ? '' : ` (${brackets})`;
  if (verdict === 'allowed') return `${title}: allowed${seen}.`;
  const who = by.map((one) => REFUSER_WORDS[one]).join(', or by ');
  return `${title}: refused${who === '' ? '' : ` by ${who}`}${seen}.`;
}
