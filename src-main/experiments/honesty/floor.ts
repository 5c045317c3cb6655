import { monotonicMs } from '../../metrics/clock.js';
import type { Launchers } from '../../runtimes/module/launcher/launchers.js';
import { spawnGuest } from '../../runtimes/module/spawn-guest.js';

/** A program that does nothing. */
const NOTHING = { executable: '/bin/true', args: [], env: {}, cwd: '/' };

/**
 * How long it takes to start a process that does nothing and to see its end, by the launcher that guests are started
 * by: what no runtime can be faster than. Throws LabError `host-failed` when it cannot be started.
 */
export async function emptyProcessMs(launchers: Launchers | undefined): Promise<number> {
  const launcher = await launchers?.ready();
  const beganMs = monotonicMs();
  const nothing = await spawnGuest(NOTHING, { launcher });
  nothing.stdout.resume();
  nothing.stderr.resume();
  return (await nothing.ended).atMs - (nothing.forkedAtMs ?? beganMs);
}
