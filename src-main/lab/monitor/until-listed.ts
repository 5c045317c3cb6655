import type { Fleet } from './fleet.js';

const LONGEST_WAIT_MS = 1500;

/** Resolves once every place was looked at, at the latest after a second and a half. */
export function untilListed(fleet: Fleet, listeners: Set<() => void>): Promise<void> {
  if (fleet.isListed()) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listeners.delete(check);
      resolve();
    };
    const check = (): void => {
      if (fleet.isListed()) done();
    };
    const timer = setTimeout(done, LONGEST_WAIT_MS);
    listeners.add(check);
  });
}
