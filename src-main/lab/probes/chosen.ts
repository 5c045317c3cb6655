import { LabError } from '../../contract/index.js';
import type { AttemptInfo, RuntimeInfo, Warning } from '../../contract/index.js';
import { ATTEMPTS } from '../../isolation/probes/index.js';
import type { RuntimeCatalogue } from '../catalogue.js';

/** In their order, whatever the order of the names. Throws LabError for one that there is not. */
export function chosenAttempts(ids: readonly string[] | undefined): AttemptInfo[] {
  if (ids === undefined) return [...ATTEMPTS];
  const unknown = ids.find((id) => !ATTEMPTS.some((one) => one.id === id));
  if (unknown === undefined) return ATTEMPTS.filter(({ id }) => ids.includes(id));
  throw new LabError(
    'bad-request',
    `There is no attempt called "${unknown.slice(0, 80)}".`,
    `There are ${ATTEMPTS.map(({ id }) => id).join(', ')}.`,
  );
}

export interface ChosenRuntimes {
  runtimes: RuntimeInfo[];
  warnings: Warning[];
}

/** Throws LabError for one that is not known or not here, before anything runs. */
export async function chosenRuntimes(
  catalogue: RuntimeCatalogue,
  ids: readonly string[] | undefined,
): Promise<ChosenRuntimes> {
  const found = await (ids === undefined ? allHere(catalogue) : named(catalogue, ids));
  const runtimes: RuntimeInfo[] = [];
  const warnings: Warning[] = [];
  for (const info of found) {
    const engine = await catalogue.engineOf(info.id);
    if (engine?.local === false) warnings.push(elsewhere(info));
    else runtimes.push(info);
  }
  if (runtimes.length > 0) return { runtimes, warnings };
  throw new LabError(
    'runtime-not-here',
    'There is no runtime on this machine to probe.',
    'See `paralelo runtimes` for how to get one.',
  );
}

async function named(catalogue: RuntimeCatalogue, ids: readonly string[]): Promise<RuntimeInfo[]> {
  const once = [...new Set(ids)];
  return Promise.all(once.map(async (id) => (await catalogue.resolve(id)).info));
}

async function allHere(catalogue: RuntimeCatalogue): Promise<RuntimeInfo[]> {
  const { runtimes } = await catalogue.list(false);
  return runtimes.filter(({ available }) => available);
}

/** What stands for the host's files and processes is on this machine. */
function elsewhere({ id }: RuntimeInfo): Warning {
  return {
    code: 'engine-elsewhere',
    message: `${id} is not probed: its engine is on another machine, where nothing of the lab’s stands for the host.`,
    hint: 'Run paralelo on that machine.',
  };
}
