import { serialize } from 'node:v8';
import { Client, dispatcherTransport } from '../../src-main/contract/index.js';
import { openLab } from './lib/lab.js';

/**
 * The lab's side of the monitor's benchmark, in a process of its own so that its CPU time can be read
 * from outside: it watches all instances as one window does that shows them. Tells its parent how many
 * it sees and how many samples it pushed, whenever asked; changes what it does when told to.
 */
export type ToLab =
  { ask: 'count' } | { ask: 'watch'; periodMs: number } | { ask: 'unwatch' } | { ask: 'end' };
export interface FromLab {
  instances: number;
  samples: number;
  pushedBytes: number;
  heapBytes: number;
}

async function main(): Promise<void> {
  const lab = await openLab();
  const client = new Client(dispatcherTransport(lab.dispatcher));
  const ids = new Set<string>();
  let samples = 0;
  let pushedBytes = 0;
  client.send('client.visible', { visible: true });
  client.on('instances.changed', ({ changed, gone }) => {
    for (const { id } of changed) ids.add(id);
    for (const id of gone) ids.delete(id);
  });
  client.on('instances.samples', (push) => {
    // What a window is sent is copied for it; this is how Electron does so.
    pushedBytes += serialize(push).byteLength;
    for (const one of push.samples) samples += one.samples.length;
  });
  const count = (): FromLab => ({
    instances: ids.size,
    samples,
    pushedBytes,
    heapBytes: heapBytes(),
  });
  const answer = async (message: ToLab): Promise<FromLab> => {
    if (message.ask === 'watch') {
      await client.request('monitor.configure', { periodMs: message.periodMs });
      const listing = await client.request('instances.watch', { looking: true });
      for (const { id } of listing.instances) ids.add(id);
    } else if (message.ask === 'unwatch') await client.request('instances.unwatch', {});
    else if (message.ask === 'end') await lab.close();
    return count();
  };
  process.on('message', (message: ToLab) => {
    void answer(message).then((reply) => {
      process.send?.(reply);
      if (message.ask === 'end') process.disconnect();
    });
  });
  process.send?.(count());
}

/** After a full collection where Node was started with --expose-gc. */
function heapBytes(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

void main();
