import { setTimeout as sleep } from 'node:timers/promises';
import { parseAddress } from '../../../src-main/runtimes/docker/engine/address.js';
import { probe } from '../../../src-main/runtimes/docker/engine/probe.js';

const STARTED_WITHIN_MS = 45_000;

/** Resolves when an engine answers there: its socket can be seen only by asking. */
export async function probeAddress(address: string): Promise<void> {
  const deadline = Date.now() + STARTED_WITHIN_MS;
  for (;;) {
    const probed = await probe({ address: parseAddress(address) });
    probed.engine?.client.close();
    if (probed.engine !== undefined) return;
    if (Date.now() > deadline) throw new Error(`no engine at ${address}: ${probed.info.why ?? ''}`);
    await sleep(100);
  }
}
