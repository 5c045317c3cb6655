import { LabError } from '../../src-main/contract/index.js';
import type { Transport } from '../../src-main/contract/index.js';
import type { Connection, ConnectionState, StateListener } from './connection.js';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5000;

interface Waiting {
  resolve(reply: unknown): void;
  reject(error: LabError): void;
}

/** What arrives: an answer `{id, result|error}`, a push `{push, payload}`, or a lone `{error}`. */
interface Incoming {
  id?: number;
  error?: unknown;
  push?: string;
  payload?: unknown;
}

/**
 * The contract over a WebSocket that reconnects by itself. Before the first connection requests wait;
 * once it is lost they fail at once, because what they asked about may have changed meanwhile.
 */
export function overSocket(url: string, pageKey?: string): Connection {
  // A browser's WebSocket can send no headers of its own; the subprotocols are what it can offer.
  const offer = pageKey === undefined ? ['paralelo'] : ['paralelo', `key.${pageKey}`];
  const socket = new ContractSocket(url, offer);
  return { transport: socket, onState: (listener) => socket.onState(listener) };
}

class ContractSocket implements Transport {
  #socket: WebSocket | undefined;
  #state: ConnectionState = 'connecting';
  #lastId = 0;
  #retryMs = FIRST_RETRY_MS;
  #unsent: string[] = [];
  readonly #waiting = new Map<number, Waiting>();
  readonly #pushListeners = new Set<(name: string, payload: unknown) => void>();
  readonly #stateListeners = new Set<StateListener>();

  constructor(
    private readonly url: string,
    private readonly offer: string[],
  ) {
    this.#open();
  }

  invoke(name: string, params: unknown): Promise<unknown> {
    if (this.#state === 'lost') return Promise.reject(connectionLost());
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#transmit({ id, name, params });
    });
  }

  send(name: string, params: unknown): void {
    if (this.#state !== 'lost') this.#transmit({ name, params });
  }

  onPush(listener: (name: string, payload: unknown) => void): () => void {
    this.#pushListeners.add(listener);
    return () => this.#pushListeners.delete(listener);
  }

  onState(listener: StateListener): () => void {
    this.#stateListeners.add(listener);
    listener(this.#state);
    return () => this.#stateListeners.delete(listener);
  }

  #open(): void {
    const socket = new WebSocket(this.url, this.offer);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#retryMs = FIRST_RETRY_MS;
      for (const text of this.#unsent.splice(0)) socket.send(text);
      this.#become('connected');
    });
    socket.addEventListener('message', (event) => this.#receive(String(event.data)));
    socket.addEventListener('close', () => this.#lose());
  }

  #transmit(message: object): void {
    const text = JSON.stringify(message);
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(text);
    else this.#unsent.push(text);
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as Incoming;
    if (message.push !== undefined) {
      for (const listener of this.#pushListeners) listener(message.push, message.payload);
    } else if (message.id !== undefined) {
      this.#waiting.get(message.id)?.resolve(message);
      this.#waiting.delete(message.id);
    } else if (message.error !== undefined) {
      console.error('The lab refused a message', message.error);
    }
  }

  #lose(): void {
    this.#unsent = [];
    this.#become('lost');
    for (const waiting of this.#waiting.values()) waiting.reject(connectionLost());
    this.#waiting.clear();
    setTimeout(() => this.#open(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }

  #become(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#stateListeners) listener(state);
  }
}

function connectionLost(): LabError {
  return new LabError(
    'connection-lost',
    'The connection to Paralelo was lost.',
    'If it does not come back by itself, start `paralelo serve` again and open the new link.',
  );
}
