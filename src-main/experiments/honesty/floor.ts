import { monotonicMs } from '../../metrics/clock.js';
import { readyLauncher } from '../../runtimes/module/launcher/ready-launcher.js';
import { spawnGuest } from '../../runtimes/module/spawn-guest.js';

/** A program that does nothing. */
const NOTHING = { executable: '/bin/true', args: [], env: {}, cwd: '/' };

/**
 * How long it takes to start a process that does nothing and to see its end, by the launcher that guests are started
 * by: what no runtime can be faster than. Throws LabError `host-failed` when it cannot be started.
 */
export async function emptyProcessMs(launcherPath: string | undefined): Promise<number> {
  const launcher = await readyLauncher(launcherPath);
  const beganMs = monotonicMs();
  const nothing = await spawnGuest(NOTHING, { launcher });
  nothing.stdout.resume();
  nothing.stderr.resume();
  return (await nothing.ended).atMs - (nothing.forkedAtMs ?? beganMs);
}
