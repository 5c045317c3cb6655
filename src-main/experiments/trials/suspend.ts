/** More than any clock is set by in one run, less than any sleep of a machine. */
const MOST_APART_MS = 2000;

/**
 * Whether the machine slept, or its clock was set, since this began: the wall clock went on while the monotonic one,
 * which stands still in sleep (clock_gettime(2), CLOCK_MONOTONIC), did not.
 */
export function watchForSleep(
  now = { wallMs: Date.now, monotonicMs: () => performance.now() },
): () => boolean {
  const [wallMs, monotonicMs] = [now.wallMs(), now.monotonicMs()];
  return () => Math.abs(now.wallMs() - wallMs - (now.monotonicMs() - monotonicMs)) > MOST_APART_MS;
}
