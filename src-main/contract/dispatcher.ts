import * as v from 'valibot';
import { REQUESTS, SENDS } from './api.js';
import type { RequestInput, RequestName, SendName } from './api.js';
import type { Answers } from './answers.js';
import type { PushName, Pushes } from './pushes.js';
import { LabError, toWireError } from './errors.js';
import type { WireError } from './errors.js';

export type Handler<N extends RequestName> = (
  params: RequestInput<N>,
  clientId: string,
) => Promise<Answers[N]> | Answers[N];
export type SendHandler<N extends SendName> = (
  params: v.InferOutput<(typeof SENDS)[N]>,
  clientId: string,
) => void;
export type PushListener = <N extends PushName>(name: N, payload: Pushes[N]) => void;
export type Reply = { result: unknown } | { error: WireError };

type AnyHandler = (params: unknown, clientId: string) => unknown;
type AnySendHandler = (params: unknown, clientId: string) => void;

/**
 * The lab's side of the contract, without any transport: features register handlers, shells hand in
 * what arrives. Every message is validated here, once, before a handler sees it.
 */
export class Dispatcher {
  readonly #handlers = new Map<string, AnyHandler>();
  readonly #sendHandlers = new Map<string, AnySendHandler>();
  readonly #listeners = new Set<PushListener>();
  readonly #leaveListeners = new Set<(clientId: string) => void>();

  handle<N extends RequestName>(name: N, handler: Handler<N>): void {
    this.#handlers.set(name, handler as AnyHandler);
  }

  onSend<N extends SendName>(name: N, handler: SendHandler<N>): void {
    this.#sendHandlers.set(name, handler as AnySendHandler);
  }

  /** Never throws: a failure of any kind comes back as `{error}`. */
  async invoke(name: unknown, params: unknown, clientId: string): Promise<Reply> {
    try {
      const handler = typeof name === 'string' ? this.#handlers.get(name) : undefined;
      if (handler === undefined) throw unknownMessage(name);
      const schema = REQUESTS[name as RequestName];
      return { result: await handler(validate(schema, params, String(name)), clientId) };
    } catch (thrown) {
      return { error: toWireError(thrown) };
    }
  }

  /** Throws a LabError for a message that does not fit, so that a shell can drop the sender. */
  send(name: unknown, params: unknown, clientId: string): void {
    const handler = typeof name === 'string' ? this.#sendHandlers.get(name) : undefined;
    if (handler === undefined) throw unknownMessage(name);
    handler(validate(SENDS[name as SendName], params, String(name)), clientId);
  }

  /** A shell says that this client is gone: its page was closed, reloaded or crashed. Its id may come again. */
  leave(clientId: string): void {
    for (const listener of this.#leaveListeners) listener(clientId);
  }

  onLeave(listener: (clientId: string) => void): void {
    this.#leaveListeners.add(listener);
  }

  push: PushListener = (name, payload) => {
    for (const listener of this.#listeners) listener(name, payload);
  };

  onPush(listener: PushListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function unknownMessage(name: unknown): LabError {
  return new LabError(
    'unknown-request',
    `There is no request called "${typeof name === 'string' ? name.slice(0, 80) : typeof name}".`,
    'The window and the lab may be of different versions: restart Paralelo.',
  );
}

/** The value with its defaults, or a `bad-request` that names the field. */
export function validate<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  what: string,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  const path = v.getDotPath(issue);
  throw new LabError(
    'bad-request',
    `${what}${path === null ? '' : `: ${path}`} does not fit: ${issue.message}.`.slice(0, 400),
    'Correct that field and try again.',
  );
}
