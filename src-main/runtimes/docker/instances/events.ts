import { constants } from 'node:os';
import * as v from 'valibot';
import type { InstanceEvent } from '../../../contract/index.js';
import { boundedText } from './bounds.js';
import { present } from './view.js';

/** One message of GET /events (Docker Engine API, "Monitor events"), of the type `container`. */
const EventSchema = v.object({
  Action: v.optional(v.string()),
  status: v.optional(v.string()),
  Actor: v.object({
    ID: v.string(),
    Attributes: v.fallback(v.optional(v.record(v.string(), v.string()), {}), {}),
  }),
  time: v.optional(v.number()),
  timeNano: v.optional(v.number()),
});

export interface ContainerEvent extends Omit<InstanceEvent, 'tMs'> {
  /** By the engine's clock. */
  epochMs: number;
  /** Nothing of the container is left. */
  isEnd: boolean;
}

/**
 * Those that change what is shown of a container, in the words of Docker and of Podman. Left out: the
 * traces of looking at it (top, exec for its health check) and Podman's inner steps (init, cleanup, mount).
 */
const TOLD = new Set([
  ...['create', 'start', 'stop', 'kill', 'die', 'died', 'oom', 'restart', 'pause', 'unpause'],
  ...[
    'health_status',
    'rename',
    'update',
    'checkpoint',
    'restore',
    'restored',
    'destroy',
    'remove',
  ],
]);
const ENDS = new Set(['destroy', 'remove']);
const LONGEST_DETAIL = 256;
const NANOSECONDS_PER_MS = 1e6;

/** Undefined for what is no event of a container, or none that is told. */
export function parseEvent(message: unknown): ContainerEvent | undefined {
  const parsed = v.safeParse(EventSchema, message);
  if (!parsed.success) return undefined;
  const { Action, status, Actor, time, timeNano } = parsed.output;
  // `health_status: healthy` is one word and its detail.
  const [action = '', said] = (Action ?? status ?? '').split(': ', 2);
  if (!TOLD.has(action)) return undefined;
  const epochMs = timeNano === undefined ? (time ?? 0) * 1000 : timeNano / NANOSECONDS_PER_MS;
  return {
    instanceId: Actor.ID,
    atIso: new Date(epochMs).toISOString(),
    epochMs,
    action,
    isEnd: ENDS.has(action),
    ...present({ detail: detailOf(action, said, Actor.Attributes) }),
  };
}

function detailOf(
  action: string,
  said: string | undefined,
  attributes: Record<string, string>,
): string | undefined {
  switch (action) {
    case 'die':
    case 'died': {
      const code = attributes['exitCode'] ?? attributes['containerExitCode'];
      return code === undefined ? undefined : `exit code ${boundedText(code, 8)}`;
    }
    case 'kill':
      return signalName(attributes['signal']);
    case 'rename':
      return bounded(attributes['oldName'], (name) => `was ${name.replace(/^\//, '')}`);
    case 'health_status':
      return bounded(said ?? attributes['health_status'], (status) => status);
    default:
      return undefined;
  }
}

function bounded(text: string | undefined, say: (text: string) => string): string | undefined {
  return text === undefined || text === '' ? undefined : boundedText(say(text), LONGEST_DETAIL);
}

/** Docker gives the number: `15` is SIGTERM. */
function signalName(signal: string | undefined): string | undefined {
  if (signal === undefined) return undefined;
  const known = Object.entries(constants.signals).find(([, number]) => String(number) === signal);
  return known?.[0] ?? boundedText(signal, 16);
}
