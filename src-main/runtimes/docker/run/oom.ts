import * as v from 'valibot';
import type { Engine } from '../engine/engine.js';
import { jsonLines } from '../json-lines.js';

const EventSchema = v.object({ Action: v.optional(v.string()), status: v.optional(v.string()) });
/** Long enough for an event that is already on its way inside the engine. */
const LATE_EVENT_MS = 500;
/** The clocks of two machines differ; the container's id is in the filter anyway. */
const CLOCK_SKEW_S = 3600;

/**
 * Whether the engine has seen the kernel kill a process of the container for its memory limit. Some
 * engines write the exit down before this arrives, so it is waited for a moment. Never rejects.
 */
export async function sawOomEvent(engine: Engine, containerId: string): Promise<boolean> {
  try {
    const events = await engine.client.stream({
      method: 'GET',
      path: '/events',
      query: {
        since: Math.floor(Date.now() / 1000) - CLOCK_SKEW_S,
        filters: JSON.stringify({ container: [containerId], event: ['oom'] }),
      },
      signal: AbortSignal.timeout(LATE_EVENT_MS),
    });
    for await (const line of jsonLines(events)) {
      if (v.is(EventSchema, line) && (line.Action ?? line.status) === 'oom') return true;
    }
    return false;
  } catch {
    return false;
  }
}
