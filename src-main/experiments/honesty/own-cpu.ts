import { monotonicMs } from '../../metrics/clock.js';

/** How much of one core this process used, in percent, from now until the returned function is called. */
export function watchOwnCpu(): () => number {
  const beganMs = monotonicMs();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 10 / (monotonicMs() - beganMs);
  };
}
