import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { IpcRendererEvent, WebUtils } from 'electron';
import type { DesktopBridge } from '../contract/api.js';
import { CHANNELS } from '../contract/channels.js';

/** All that the page can reach: names and values, which the lab's side validates. */
const bridge: DesktopBridge = {
  invoke: (name, params) => ipcRenderer.invoke(CHANNELS.invoke, name, params),
  send: (name, params) => ipcRenderer.send(CHANNELS.send, name, params),
  onPush: (listener) => {
    const forward = (_event: IpcRendererEvent, name: string, json: string): void =>
      listener(name, json);
    ipcRenderer.on(CHANNELS.push, forward);
    // Braces, because removeListener returns ipcRenderer, which must not cross into the page.
    return () => {
      ipcRenderer.removeListener(CHANNELS.push, forward);
    };
  },
};

contextBridge.exposeInMainWorld('paralelo', bridge);
contextBridge.exposeInMainWorld('paraleloFiles', {
  pathOf: (file: File) => pathWith(webUtils, file),
});

/** Where a file that somebody gave to the page lies. Electron before 29 has it in the file itself. */
function pathWith(utils: WebUtils | undefined, file: File): string {
  return utils?.getPathForFile(file) ?? '';
}
