import type { Transport } from '../../src-main/contract/index.js';
import type { Connection } from './connection.js';

declare global {
  interface Window {
    /** What preload exposes; absent in a browser. */
    paralelo?: Transport;
  }
}

export function desktopBridge(): Transport | undefined {
  return window.paralelo;
}

/** The bridge lives and dies with the window, so it is always connected. */
export function overBridge(bridge: Transport): Connection {
  return {
    transport: bridge,
    onState(listener) {
      listener('connected');
      return () => undefined;
    },
  };
}
