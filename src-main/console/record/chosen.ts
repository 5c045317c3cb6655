import { LabError } from '../../contract/index.js';
import type { Client, Instance } from '../../contract/index.js';
import type { Lab } from '../../lab/lab.js';
import { instanceOf, notLookedAt } from '../inspect/instance-of.js';
import { listed } from '../inspect/listing.js';
import type { Listed } from '../inspect/listing.js';
import { didYouMean } from '../near.js';

/** The instances of these names, each once. Throws LabError `unknown-instance`, `bad-request`: all or none. */
export async function chosenInstances(
  lab: Pick<Lab, 'catalogue'>,
  client: Client,
  names: readonly string[],
): Promise<Instance[]> {
  // Engines that take their time may have it.
  await lab.catalogue.lookedForInstances();
  const all = await listed(client);
  const chosen = names.map((name) => runningOne(name, all));
  return [...new Map(chosen.map((instance) => [instance.id, instance])).values()];
}

/** Throws LabError. */
export function runningOne(name: string, all: Listed): Instance {
  const instance = instanceOf(name, all);
  if (instance === undefined) throw unknown(name, all);
  if (['running', 'paused', 'restarting'].includes(instance.state)) return instance;
  throw new LabError(
    'bad-request',
    `${JSON.stringify(instance.name)} does not run (${instance.state}): there is nothing to record.`,
    'Start it, then record it.',
  );
}

function unknown(name: string, all: Listed): LabError {
  const names = all.instances.map((instance) => instance.name);
  return new LabError(
    'unknown-instance',
    `There is no container and no Wasm process called ${JSON.stringify(name)}.`,
    `${didYouMean(name, names)}\`paralelo ps\` lists what can be recorded.${notLookedAt(all)}`,
  );
}
