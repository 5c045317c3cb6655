import type { ContainerCreateOptions } from 'dockerode';
import * as v from 'valibot';
import { isRefusal } from '../engine/client.js';
import type { Engine } from '../engine/engine.js';

/** An engine under load takes its time; one that hangs must not hold the lab for ever. */
const CREATE_AND_START_MS = 120_000;
const KILL_MS = 10_000;
const REMOVAL_MS = 30_000;
/** For an engine that has just failed to answer. */
export const SHORT_MS = 3000;

const CreatedSchema = v.object({ Id: v.string() });

/** Resolves to the container's id. Rejects as the client does. */
export async function createContainer(
  engine: Engine,
  name: string,
  { platform, ...options }: ContainerCreateOptions,
): Promise<string> {
  const created = await engine.client.json({
    method: 'POST',
    path: '/containers/create',
    query: { name, ...(platform === undefined ? {} : { platform }) },
    body: options,
    signal: AbortSignal.timeout(CREATE_AND_START_MS),
  });
  return v.parse(CreatedSchema, created).Id;
}

/** Rejects as the client does. */
export async function startContainer(engine: Engine, id: string): Promise<void> {
  await engine.client.json({
    method: 'POST',
    path: `/containers/${id}/start`,
    signal: AbortSignal.timeout(CREATE_AND_START_MS),
  });
}

/** SIGKILL to its first process. False when the engine does not answer; never throws. */
export async function killContainer(engine: Engine, id: string): Promise<boolean> {
  try {
    await engine.client.json({
      method: 'POST',
      path: `/containers/${id}/kill`,
      query: { signal: 'SIGKILL' },
      signal: AbortSignal.timeout(KILL_MS),
    });
    return true;
  } catch (thrown) {
    // An answer such as 409 or 404: it has ended by itself.
    return isRefusal(thrown);
  }
}

/** By the freezer of its cgroup. Rejects as the client does. */
export async function freezeContainer(
  engine: Engine,
  id: string,
  action: 'pause' | 'unpause',
): Promise<void> {
  await engine.client.json({
    method: 'POST',
    path: `/containers/${id}/${action}`,
    signal: AbortSignal.timeout(KILL_MS),
  });
}

/**
 * Removes a container by id or name with its anonymous volumes, running or not. True when it is
 * gone afterwards, whoever removed it; false when the engine does not answer. Never throws.
 */
export async function removeContainer(
  engine: Engine,
  idOrName: string,
  withinMs = REMOVAL_MS,
): Promise<boolean> {
  try {
    await engine.client.json({
      method: 'DELETE',
      path: `/containers/${idOrName}`,
      query: { force: true, v: true },
      signal: AbortSignal.timeout(withinMs),
    });
    return true;
  } catch (thrown) {
    // 404: not there any more. 409: another removal is under way.
    return isRefusal(thrown) && (thrown.statusCode === 404 || thrown.statusCode === 409);
  }
}
