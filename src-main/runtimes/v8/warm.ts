import { LabError } from '../../contract/index.js';
import { onHostEvents } from './events.js';
import type { HostEnd } from './host/protocol.js';
import { findHostProgram } from './program.js';
import type { V8RuntimeOptions } from './runtime.js';
import { spawnHost } from './spawn-host.js';

export interface WarmRound {
  instantiateMs: number;
  runMs: number;
}

/**
 * Runs a module so many times in one host that keeps it compiled; its output is thrown away.
 * For measuring what a start costs in a warm process. Throws LabError when a round does not end by itself.
 */
export async function measureWarmRounds(
  options: V8RuntimeOptions,
  modulePath: string,
  rounds: number,
): Promise<WarmRound[]> {
  const host = await spawnHost({
    program: findHostProgram(options.execPath),
    hostPath: options.hostPath,
    flags: [],
    request: { modulePath, args: ['warm'], env: {}, preopens: {}, readOnly: [], rounds },
  });
  const measured: WarmRound[] = [];
  let end: HostEnd | undefined;
  onHostEvents(host.channel, (event) => {
    if (event.event === 'round') measured.push(event);
    else if (event.event === 'exited' || event.event === 'threw') end = event;
  });
  host.stdout.resume();
  host.stderr.resume();
  await host.ended;
  if (end?.event === 'exited') return measured;
  throw new LabError(
    'host-failed',
    `The warm host stopped after ${measured.length} of ${rounds} rounds: ${end?.message ?? 'it was ended'}.`,
    'Give a module that ends by itself and without a trap, such as the twin hello.',
  );
}
