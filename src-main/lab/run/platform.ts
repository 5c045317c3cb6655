import { LabError } from '../../contract/index.js';
import type { RunRequest } from '../../contract/index.js';
import type { Runtime } from '../../runtimes/runtime.js';

/** Throws `bad-request` for a platform where nothing has one. */
export function checkPlatform({ platform }: RunRequest, { info }: Runtime): void {
  if (platform === undefined || info.kind === 'container') return;
  throw new LabError(
    'bad-request',
    `A module has no platform: ${info.id} cannot run one for ${platform}.`,
    'Leave the platform out; a module is the same file everywhere.',
  );
}
