import type { DesktopBridge } from '../../src-main/contract/index.js';
import type { Connection } from './connection.js';

declare global {
  interface Window {
    /** What preload exposes; absent in a browser. */
    paralelo?: DesktopBridge;
  }
}

export function desktopBridge(): DesktopBridge | undefined {
  return window.paralelo;
}

/** The bridge lives and dies with the window, so it is always connected. */
export function overBridge(bridge: DesktopBridge): Connection {
  return {
    transport: {
      invoke: bridge.invoke,
      send: bridge.send,
      onPush: (listener) => bridge.onPush((name, json) => listener(name, JSON.parse(json))),
    },
    onState(listener) {
      listener('connected');
      return () => undefined;
    },
  };
}
