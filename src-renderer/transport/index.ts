import type { Connection } from './connection.js';
import { desktopBridge, overBridge } from './ipc.js';
import { takePageKey } from './page-key.js';
import { overSocket } from './socket.js';

export type { Connection, ConnectionState, StateListener } from './connection.js';

/** The one way to the lab: Electron's bridge in the desktop window, a WebSocket in a browser. */
export function connectTransport(): Connection {
  const bridge = desktopBridge();
  return bridge === undefined ? overSocket(socketUrl(), takePageKey()) : overBridge(bridge);
}

function socketUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/contract`;
}
