import { join } from 'node:path';
import { Client, dispatcherTransport } from '../../src-main/contract/index.js';
import type { Instance, InstanceOrigin, Sample } from '../../src-main/contract/index.js';
import { createLab } from '../../src-main/lab/lab.js';
import { ROOT } from './paralelo.js';

/** A lab whose instances are watched as a window watches them. */
export interface WatchedInstances {
  client: Client;
  instances: ReadonlyMap<string, Instance>;
  origins: ReadonlyMap<string, InstanceOrigin>;
  /** Its RSS, PSS and private dirty are read from now on. */
  select(id: string): Promise<void>;
  /** Resolves with the first instance that fits, now or later. */
  instance(accept: (instance: Instance) => boolean): Promise<Instance>;
  /** Resolves when none fits any more. */
  none(accept: (instance: Instance) => boolean): Promise<void>;
  /** Resolves with the next sample of it that fits. */
  sampleOf(id: string, accept: (sample: Sample) => boolean): Promise<Sample>;
  close(): Promise<void>;
}

export async function watchInstances(): Promise<WatchedInstances> {
  const lab = await createLab({
    resourcesDir: join(ROOT, 'resources'),
    v8HostPath: join(ROOT, 'out/main/v8-host.cjs'),
    version: '0.0.0-test',
    shell: 'console',
    host: 'test',
  });
  const client = new Client(dispatcherTransport(lab.dispatcher));
  client.send('client.visible', { visible: true });
  const instances = new Map<string, Instance>();
  const origins = new Map<string, InstanceOrigin>();
  const waiting = new Set<() => void>();
  const changed = (): void => {
    for (const look of [...waiting]) look();
  };
  client.on('instances.changed', (push) => {
    for (const one of push.changed) instances.set(one.id, one);
    for (const id of push.gone) instances.delete(id);
    changed();
  });
  client.on('instances.origins', (all) => {
    for (const one of all) origins.set(one.id, one);
    changed();
  });
  const listing = await client.request('instances.watch', { looking: true });
  for (const one of listing.instances) instances.set(one.id, one);
  for (const one of listing.origins) origins.set(one.id, one);

  const until = <T>(look: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const again = (): void => {
        const found = look();
        if (found === undefined) return;
        waiting.delete(again);
        resolve(found);
      };
      waiting.add(again);
      again();
    });
  return {
    client,
    instances,
    origins,
    select: async (id) => {
      await client.request('instances.watch', { looking: true, selected: id });
    },
    instance: (accept) => until(() => [...instances.values()].find(accept)),
    none: async (accept) => {
      await until(() => ([...instances.values()].some(accept) ? undefined : true));
    },
    sampleOf: (id, accept) => nextSample(client, id, accept),
    close: () => lab.close(),
  };
}

function nextSample(
  client: Client,
  id: string,
  accept: (sample: Sample) => boolean,
): Promise<Sample> {
  return new Promise((resolve) => {
    const stop = client.on('instances.samples', ({ samples }) => {
      const own = samples.find((one) => one.id === id)?.samples ?? [];
      const found = own.find(accept);
      if (found === undefined) return;
      stop();
      resolve(found);
    });
  });
}
