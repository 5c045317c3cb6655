import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import type { EngineRequest } from '../engine/client.js';
import type { Engine } from '../engine/engine.js';
import { parseInspected } from './inspected.js';
import type { Inspected } from './inspected.js';

/** An engine that hangs must not hold up anything for ever; a busy one may take its time. */
const ANSWER_MS = 10_000;
/** Answered without any lock of the engine. */
const PING_MS = 5000;

const ListedSchema = v.array(v.object({ Id: v.string(), State: v.optional(v.string(), '') }));
const OciRuntimeSchema = v.object({ OCIRuntime: v.string() });

/** All of an engine's containers with their state. This and what follows reject as the client does. */
export async function listContainers(engine: Engine, signal: AbortSignal) {
  const request = { method: 'GET', path: '/containers/json', query: { all: true } } as const;
  return v.parse(ListedSchema, await ask(engine, request, signal));
}

export async function inspect(
  engine: Engine,
  id: string,
  signal?: AbortSignal,
): Promise<{ inspected: Inspected; document: unknown }> {
  const document = await ask(engine, { method: 'GET', path: `/containers/${id}/json` }, signal);
  return { inspected: parseInspected(document), document };
}

/** Podman's own API says what its compatible one hides. */
export async function inspectInPodman(engine: Engine, id: string): Promise<unknown> {
  return await ask(engine, { method: 'GET', path: `/v4.0.0/libpod/containers/${id}/json` });
}

/** `crun`; undefined where it cannot be told. Never rejects. */
export async function ociRuntimeInPodman(engine: Engine, id: string): Promise<string | undefined> {
  try {
    return v.parse(OciRuntimeSchema, await inspectInPodman(engine, id)).OCIRuntime;
  } catch {
    return undefined;
  }
}

export async function ping(engine: Engine, signal: AbortSignal): Promise<void> {
  await ask(engine, { method: 'GET', path: '/_ping' }, signal, PING_MS);
}

/** The answer's JSON, within a time. */
export async function ask(
  engine: Engine,
  request: EngineRequest,
  signal?: AbortSignal,
  withinMs = ANSWER_MS,
): Promise<unknown> {
  const limit = limited(withinMs, signal);
  try {
    return await engine.client.json({ ...request, signal: limit.signal });
  } finally {
    limit.done();
  }
}

/** A body that may go on for ever: only its beginning must come within a time. */
export async function open(
  engine: Engine,
  request: EngineRequest,
  signal: AbortSignal,
  withinMs = ANSWER_MS,
): Promise<IncomingMessage> {
  const limit = limited(withinMs, signal);
  try {
    const body = await engine.client.stream({ ...request, signal: limit.signal });
    limit.stopClock();
    // The other signal may outlive many bodies.
    body.once('close', limit.done);
    return body;
  } catch (thrown) {
    limit.done();
    throw thrown;
  }
}

/** Aborted with the other signal or after a time. (AbortSignal.any is younger than the oldest Node we run on.) */
function limited(withinMs: number, signal?: AbortSignal) {
  const control = new AbortController();
  const abort = () => control.abort();
  const clock = setTimeout(abort, withinMs);
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort);
  const stopClock = () => clearTimeout(clock);
  const done = () => {
    stopClock();
    signal?.removeEventListener('abort', abort);
  };
  return { signal: control.signal, stopClock, done };
}
