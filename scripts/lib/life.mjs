import { existsSync } from 'node:fs';

/**
 * The command such that the kernel ends it (SIGTERM) when this process dies, however it dies.
 * @param {readonly string[]} command
 */
export function underOurLife(command) {
  return existsSync('/usr/bin/setpriv')
    ? ['/usr/bin/setpriv', '--pdeathsig', 'TERM', ...command]
    : [...command];
}
