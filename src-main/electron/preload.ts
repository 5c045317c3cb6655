import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import type { Transport } from '../contract/api.js';
import { CHANNELS } from '../contract/channels.js';

/** All that the page can reach: names and values, which the lab's side validates. */
const transport: Transport = {
  invoke: (name, params) => ipcRenderer.invoke(CHANNELS.invoke, name, params),
  send: (name, params) => ipcRenderer.send(CHANNELS.send, name, params),
  onPush: (listener) => {
    const forward = (_event: IpcRendererEvent, name: string, payload: unknown): void =>
      listener(name, payload);
    ipcRenderer.on(CHANNELS.push, forward);
    // Braces, because removeListener returns ipcRenderer, which must not cross into the page.
    return () => {
      ipcRenderer.removeListener(CHANNELS.push, forward);
    };
  },
};

contextBridge.exposeInMainWorld('paralelo', transport);
