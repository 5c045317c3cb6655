import { readFileSync } from 'node:fs';
import { processStartTicks } from '../metrics/index.js';

const BOOT_ID = '/proc/sys/kernel/random/boot_id';

/**
 * Names a process for ever: pid, its start in ticks, and the boot. Elsewhere than on Linux only the pid, so that a
 * process of the same number may be taken for it.
 */
export function ownerOf(pid: number): string {
  const startTicks = processStartTicks(pid);
  return startTicks === undefined ? `${pid}` : `${pid} ${startTicks} ${bootId()}`;
}

export function isAlive(owner: string): boolean {
  const pid = Number(owner.split(' ')[0]);
  if (owner.includes(' ')) return ownerOf(pid) === owner;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function bootId(): string {
  try {
    return readFileSync(BOOT_ID, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
