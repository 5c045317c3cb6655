import { constants, accessSync, existsSync, statSync } from 'node:fs';
import { isAbsolute, posix, resolve } from 'node:path';
import { LabError } from '../../../contract/index.js';
import type { Grants } from '../../../contract/index.js';
import { isRefusal } from '../engine/client.js';
import type { Engine } from '../engine/engine.js';
import { toLabError } from '../refusals.js';

const BUILT_IN_NETWORKS = new Set(['none', 'host', 'bridge', 'default']);

/** Throws LabError for what cannot be granted; nothing is made for the sake of a grant. */
export async function checkGrants(engine: Engine, grants: Grants): Promise<void> {
  for (const volume of grants.volumes) checkVolume(engine, volume);
  if (grants.stdinPath !== undefined) checkStdin(grants.stdinPath);
  await checkNetwork(engine, grants.network);
}

function checkVolume(engine: Engine, { hostPath, guestPath }: Grants['volumes'][number]): void {
  const normal = posix.normalize(guestPath);
  if (!isAbsolute(normal) || normal === '/') {
    throw new LabError(
      'grant-not-possible',
      `"${guestPath}" is not a place in the container for a volume.`,
      'Give an absolute path other than / (--volume HOST:GUEST).',
    );
  }
  // On another machine the engine itself refuses a source that is not there.
  if (isSocketHere(engine) && !existsSync(resolve(hostPath))) {
    throw new LabError(
      'file-not-found',
      `There is no ${hostPath} to give to the container.`,
      'Make it first: the engine would make it as root.',
    );
  }
}

function isSocketHere(engine: Engine): boolean {
  return engine.info.address?.startsWith('unix://') ?? false;
}

function checkStdin(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new LabError(
      'file-not-found',
      `There is no ${path} for standard input.`,
      'Check the path (--stdin FILE).',
    );
  }
  try {
    if (stats.isDirectory()) throw new TypeError('it is a directory');
    accessSync(path, constants.R_OK);
  } catch (thrown) {
    throw new LabError(
      'grant-not-possible',
      `${path} cannot be read as standard input.`,
      'Give a file that you may read (--stdin FILE).',
      { cause: thrown },
    );
  }
}

/** As engines name networks; nothing in it can lead to another path of the engine's API. */
const NETWORK_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

async function checkNetwork(engine: Engine, network: string): Promise<void> {
  if (BUILT_IN_NETWORKS.has(network)) return;
  if (!NETWORK_NAME.test(network)) throw noSuchNetwork(engine, network);
  try {
    const path = `/networks/${network}`;
    await engine.client.json({ method: 'GET', path, signal: AbortSignal.timeout(10_000) });
  } catch (thrown) {
    const isUnknown = isRefusal(thrown) && thrown.statusCode === 404;
    throw isUnknown ? noSuchNetwork(engine, network) : toLabError(engine, thrown);
  }
}

function noSuchNetwork(engine: Engine, network: string): LabError {
  return new LabError(
    'grant-not-possible',
    `${engine.info.name} has no network called "${network}".`,
    'List the networks with docker network ls, or use none or bridge.',
  );
}
