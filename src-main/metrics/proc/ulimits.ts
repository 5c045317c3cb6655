import type { LimitValue, Ulimit } from '../../contract/index.js';
import { toCount } from '../files/kernel-text.js';

/** /proc/PID/limits (man proc(5)): a heading, then `Max open files  1024  4096  files` in fixed columns. */
export function parseUlimits(text: string): Ulimit[] {
  return text.split('\n').flatMap((line) => {
    const [, name = '', softText, hardText] =
      /^(Max .*?) {2,}(\w+) +(\w+)(?: +\w+)? *$/.exec(line) ?? [];
    const soft = valueOf(softText);
    const hard = valueOf(hardText);
    return soft === undefined || hard === undefined ? [] : [{ name, soft, hard }];
  });
}

/** RLIM_INFINITY is written as a word; a number near it is rounded by nobody. */
function valueOf(text: string | undefined): LimitValue | undefined {
  return text === 'unlimited' ? text : toCount(text);
}
