import { LabError } from '../contract/index.js';
import type { RuntimeInfo } from '../contract/index.js';
import type { Lab } from '../lab/lab.js';

/** Those named, or all that are here. Throws LabError for one that is not known or not here, before anything runs. */
export async function chosenRuntimes(lab: Lab, ids: string | undefined): Promise<RuntimeInfo[]> {
  if (ids !== undefined) {
    const named = [...new Set(ids.split(',').filter(Boolean))];
    return Promise.all(named.map(async (id) => (await lab.catalogue.resolve(id)).info));
  }
  const { runtimes } = await lab.catalogue.list(false);
  const here = runtimes.filter(({ available }) => available);
  if (here.length > 0) return here;
  throw new LabError(
    'runtime-not-here',
    'No runtime was found on this machine.',
    'See `paralelo runtimes` for how to get one.',
  );
}
