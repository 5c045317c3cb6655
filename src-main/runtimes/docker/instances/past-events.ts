import type { Instance, InstanceEvent } from '../../../contract/index.js';
import type { Engine } from '../engine/engine.js';
import { jsonLines } from '../json-lines.js';
import { parseEvent } from './events.js';
import { open } from './questions.js';

const MOST_EVENTS = 500;
/** An engine of a machine whose clock is behind would wait for `until` to come. */
const LONGEST_MS = 10_000;
/** For a container that does not say when it was made. */
const LOOK_BACK_S = 24 * 3600;

/** What its engine still remembers of a container (Docker the last 256 of all), the newest 500, oldest first. */
export async function pastEvents(engine: Engine, view: Instance): Promise<InstanceEvent[]> {
  const nowS = Math.floor(Date.now() / 1000);
  const madeAtS = Math.floor(Date.parse(view.createdAtIso ?? '') / 1000);
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), LONGEST_MS);
  const events: InstanceEvent[] = [];
  try {
    const query = {
      since: Number.isNaN(madeAtS) ? nowS - LOOK_BACK_S : madeAtS - 1,
      until: nowS + 1,
      filters: JSON.stringify({ type: ['container'], container: [view.id] }),
    };
    const request = { method: 'GET', path: '/events', query } as const;
    for await (const message of jsonLines(await open(engine, request, stop.signal))) {
      const event = parseEvent(message);
      if (event?.instanceId !== view.id) continue;
      events.push(toInstanceEvent(event));
      if (events.length > MOST_EVENTS) events.shift();
    }
  } catch (thrown) {
    if (!stop.signal.aborted) throw thrown;
  } finally {
    clearTimeout(clock);
  }
  return events;
}

function toInstanceEvent({ instanceId, atIso, action, detail }: InstanceEvent): InstanceEvent {
  return { instanceId, atIso, action, ...(detail === undefined ? {} : { detail }) };
}
