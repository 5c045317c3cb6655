import type { EngineClient } from './engine/client.js';
import type { Engine } from './engine/engine.js';

export type EngineChange = 'lost' | 'back';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5000;
const ANSWER_MS = 1500;
/** How often one is asked that has not answered yet. */
const AWAIT_EVERY_MS = 3000;

/**
 * Follows whether an engine is there, by a stream of its events that breaks when it goes. Returns
 * the function that stops following.
 */
export function watchEngine(engine: Engine, onChange: (change: EngineChange) => void): () => void {
  const stop = new AbortController();
  void follow(engine, stop.signal, onChange);
  return () => stop.abort();
}

/** Calls back once when it answers at last. Returns the function that stops waiting. */
export function awaitEngine(client: EngineClient, onAnswer: () => void): () => void {
  const stop = new AbortController();
  void untilAnswer(client, stop.signal).then(() => {
    if (!stop.signal.aborted) onAnswer();
  });
  return () => stop.abort();
}

async function untilAnswer(client: EngineClient, signal: AbortSignal): Promise<void> {
  for (;;) {
    await sleep(AWAIT_EVERY_MS, signal);
    if (signal.aborted) return;
    try {
      await ping(client);
      return;
    } catch {
      // Not yet.
    }
  }
}

async function ping(client: EngineClient): Promise<void> {
  await client.json({ method: 'GET', path: '/_ping', signal: AbortSignal.timeout(ANSWER_MS) });
}

async function follow(
  engine: Engine,
  signal: AbortSignal,
  onChange: (change: EngineChange) => void,
): Promise<void> {
  let failures = 0;
  for (;;) {
    const events = await openEvents(engine, signal);
    if (events !== undefined) {
      if (failures > 0) onChange('back');
      failures = 0;
      await untilBroken(events);
    }
    if (signal.aborted) return;
    if (failures === 0) onChange('lost');
    await sleep(Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS), signal);
    failures += 1;
  }
}

type Events = Awaited<ReturnType<Engine['client']['stream']>>;

/** Undefined when the engine does not answer. The stream carries next to nothing: daemon events only. */
async function openEvents(engine: Engine, signal: AbortSignal): Promise<Events | undefined> {
  try {
    await ping(engine.client);
    const query = { filters: JSON.stringify({ type: ['daemon'] }) };
    return await engine.client.stream({ method: 'GET', path: '/events', query, signal });
  } catch {
    return undefined;
  }
}

function untilBroken(events: Events): Promise<void> {
  return new Promise((resolve) => {
    events.on('close', resolve);
    events.on('error', () => resolve());
    events.resume();
  });
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
