import { discoverEngines } from '../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';
import { uncovered } from '../uncovered.js';

/** The engine at DOCKER_HOST, or the usual one. `npm test` starts one where there is none. */
export async function theEngine(): Promise<Engine> {
  return await engineAt(process.env['DOCKER_HOST']);
}

export async function engineAt(address: string | undefined): Promise<Engine> {
  const env = { ...process.env, DOCKER_HOST: address };
  const found = await discoverEngines({ env, platform: process.platform });
  const engine = found.engines.find((one) => one.id === 'docker');
  if (engine === undefined)
    throw new Error(`no engine for the tests: ${JSON.stringify(found.infos)}`);
  return engine;
}

/** Podman's API service at CONTAINER_HOST; undefined, and named as not covered, where there is none. */
export async function thePodman(): Promise<Engine | undefined> {
  const address = process.env['CONTAINER_HOST'];
  if (address === undefined || address === '') {
    uncovered('Podman', 'CONTAINER_HOST names none: npm test starts one where it may.');
    return undefined;
  }
  const found = await discoverEngines({ env: process.env, platform: process.platform });
  const engine = found.engines.find((one) => one.id === 'podman');
  if (engine === undefined) throw new Error(`no Podman: ${JSON.stringify(found.infos)}`);
  return engine;
}

/** The ids of the lab's containers that are in the engine now, whoever made them. */
export async function containersOf(engine: Engine, label: string): Promise<string[]> {
  const filters = JSON.stringify({ label: [label] });
  const query = { all: true, filters };
  const listed = await engine.client.json({ method: 'GET', path: '/containers/json', query });
  return (listed as { Id: string }[]).map(({ Id }) => Id);
}

export async function isThere(engine: Engine, containerId: string): Promise<boolean> {
  const query = { all: true, filters: JSON.stringify({ id: [containerId] }) };
  const listed = await engine.client.json({ method: 'GET', path: '/containers/json', query });
  return (listed as unknown[]).length > 0;
}
