import { readFileSync } from 'node:fs';
import { processThatStartsContainers } from './engine-process.js';

/**
 * The controllers that cgroup v2 holds beside cgroup v1 where this engine starts its containers:
 * empty when that machine is not hybrid there, undefined when this user may not look. An engine may
 * live in a mount namespace of its own, so our own mounts say nothing about it.
 */
export function hybridControllers(socketPath: string): string | undefined {
  const pid = processThatStartsContainers(socketPath);
  if (pid === undefined) return undefined;
  const root = `/proc/${pid}/root`;
  try {
    return readFileSync(`${root}/sys/fs/cgroup/unified/cgroup.controllers`, 'utf8').trim();
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ENOENT' ? '' : undefined;
  }
}
