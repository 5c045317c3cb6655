import type { Transport } from '../../src-main/contract/index.js';

/** `lost`: it was there and is gone; the transport keeps trying to get it back. */
export type ConnectionState = 'connected' | 'connecting' | 'lost';
export type StateListener = (state: ConnectionState) => void;

export interface Connection {
  transport: Transport;
  /** Calls the listener at once with the state now, then at each change. Returns what stops it. */
  onState(listener: StateListener): () => void;
}
