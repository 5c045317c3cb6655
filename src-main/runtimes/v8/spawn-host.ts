import type { Duplex } from 'node:stream';
import { LabError } from '../../contract/index.js';
import type { CpuCgroup } from '../module/cpu-cgroup.js';
import type { GuestProcess } from '../module/guest-process.js';
import type { ReadyLauncher } from '../module/launcher/ready-launcher.js';
import { spawnGuest } from '../module/spawn-guest.js';
import type { HostRequest } from './host/protocol.js';
import { workingDirectory } from './program.js';
import type { HostProgram } from './program.js';

export interface HostProcess extends GuestProcess {
  channel: Duplex;
}

export interface HostStart {
  program: HostProgram;
  hostPath: string;
  /** V8 flags of this run. */
  flags: string[];
  request: HostRequest;
  stdinPath?: string;
  cgroup?: CpuCgroup;
}

/** Starts a guest host and hands it its request. Throws LabError `host-failed` when it cannot be started. */
export async function spawnHost(start: HostStart, launcher?: ReadyLauncher): Promise<HostProcess> {
  const { program, cgroup } = start;
  const args = [...program.flags, ...start.flags, start.hostPath];
  const command = cgroup?.wrap(program.execPath, args) ?? { executable: program.execPath, args };
  const guest = await spawnGuest(
    {
      ...command,
      env: program.env,
      cwd: workingDirectory(program),
      ...(start.stdinPath === undefined ? {} : { stdinPath: start.stdinPath }),
    },
    { withChannel: true, launcher },
  );
  const { channel } = guest;
  if (channel === undefined) {
    throw new LabError('host-failed', 'The guest host has no channel.', 'Run it again.');
  }
  channel.write(`${JSON.stringify(start.request)}\n`);
  return { ...guest, channel };
}
