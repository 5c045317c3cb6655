import * as v from 'valibot';
import type { RawData, WebSocket } from 'ws';
import { LabError, toWireError, validate } from '../../contract/index.js';
import type { Dispatcher, PushName } from '../../contract/index.js';

/** Above this many unsent bytes what can be read again later is dropped for this client. */
const DROP_ABOVE_BYTES = 1024 * 1024;
/** Above this many it is cut off; it may connect again and catch up. */
const CUT_ABOVE_BYTES = 32 * DROP_ABOVE_BYTES;
/** `runs.live` gives these again in full, so missing some of them loses nothing. */
const DROPPABLE: ReadonlySet<PushName> = new Set(['runs.samples', 'runs.output', 'host.sample']);

const MessageSchema = v.strictObject({
  /** Absent in a send, which has no answer. */
  id: v.optional(v.pipe(v.number(), v.safeInteger())),
  name: v.string(),
  params: v.unknown(),
});

/** One browser tab at the other end of a WebSocket. */
export class SocketClient {
  #droppedPushes = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly dispatcher: Dispatcher,
    private readonly clientId: string,
  ) {
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('close', () => dispatcher.leave(clientId));
    // A protocol error (too large, not UTF-8) also closes the socket; there is nobody left to tell.
    socket.on('error', () => undefined);
  }

  /** `text` is the push as JSON, made once for all clients. */
  push(name: PushName, text: string): void {
    const unsentBytes = this.socket.bufferedAmount;
    if (unsentBytes > CUT_ABOVE_BYTES) {
      this.socket.terminate();
      return;
    }
    if (unsentBytes > DROP_ABOVE_BYTES && DROPPABLE.has(name)) this.#droppedPushes += 1;
    else this.#transmit(text);
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (isBinary) {
      this.socket.close(1003, 'Text only.');
      return;
    }
    const message = parse(textOf(data));
    if (message === undefined) {
      this.#refuse(new LabError('bad-request', 'The message is not JSON.', RELOAD));
      this.socket.close(1007, 'Not JSON.');
      return;
    }
    this.#dispatch(message.value);
  }

  #dispatch(value: unknown): void {
    try {
      const { id, name, params } = validate(MessageSchema, value, 'message');
      if (id === undefined) this.dispatcher.send(name, params, this.clientId);
      else void this.#answer(id, name, params);
    } catch (thrown) {
      this.#refuse(thrown);
    }
  }

  async #answer(id: number, name: string, params: unknown): Promise<void> {
    const reply = await this.dispatcher.invoke(name, params, this.clientId);
    this.#transmit(JSON.stringify({ id, ...reply }));
  }

  #refuse(thrown: unknown): void {
    this.#transmit(JSON.stringify({ error: toWireError(thrown) }));
  }

  #transmit(text: string): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(text, () => this.#caughtUp());
  }

  /** Tells a client that was too slow, once it reads again, that it missed something. */
  #caughtUp(): void {
    if (this.#droppedPushes === 0 || this.socket.bufferedAmount > DROP_ABOVE_BYTES / 2) return;
    const payload = { droppedPushes: this.#droppedPushes };
    this.#droppedPushes = 0;
    this.#transmit(JSON.stringify({ push: 'client.behind' satisfies PushName, payload }));
  }
}

const RELOAD = 'Reload the page.';

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}
