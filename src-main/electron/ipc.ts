import { BrowserWindow, ipcMain } from 'electron';
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { CHANNELS, LabError, toWireError } from '../contract/index.js';
import type { Dispatcher, Reply } from '../contract/index.js';
import { isOurPage } from './page.js';
import { pushToWindows } from './windows.js';

/**
 * The contract over ipcMain. Only the top frame of a window of ours that shows our page is heard;
 * what it says is then validated by the dispatcher like everybody's.
 */
export function bridgeContract(ready: Promise<Dispatcher>): void {
  ipcMain.handle(CHANNELS.invoke, async (event, name: unknown, params: unknown): Promise<Reply> => {
    if (!isTrusted(event)) return { error: toWireError(notOurPage()) };
    const dispatcher = await ready;
    return dispatcher.invoke(name, params, clientOf(event.sender, dispatcher));
  });
  ipcMain.on(CHANNELS.send, (event, name: unknown, params: unknown) => {
    if (!isTrusted(event)) return;
    void ready.then((dispatcher) => sendFrom(event.sender, dispatcher, name, params));
  });
  void ready.then((dispatcher) => dispatcher.onPush(pushToWindows));
}

const seen = new WeakSet<WebContents>();

function sendFrom(sender: WebContents, lab: Dispatcher, name: unknown, params: unknown): void {
  const clientId = clientOf(sender, lab);
  try {
    lab.send(name, params, clientId);
  } catch (thrown) {
    console.error(`${clientId}: ${toWireError(thrown).message}`);
  }
}

/** The client's name. The first time, begins to watch for the end of its page, by whatever it ends. */
function clientOf(sender: WebContents, lab: Dispatcher): string {
  const clientId = `window-${String(sender.id)}`;
  if (seen.has(sender) || sender.isDestroyed()) return clientId;
  seen.add(sender);
  const leave = (): void => lab.leave(clientId);
  sender.once('destroyed', leave);
  sender.on('render-process-gone', leave);
  // A reload: the same window, another page.
  sender.on('did-navigate', leave);
  return clientId;
}

function isTrusted(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    frame.parent === null &&
    isOurPage(frame.url) &&
    BrowserWindow.fromWebContents(event.sender) !== null
  );
}

function notOurPage(): LabError {
  return new LabError(
    'bad-request',
    "The request does not come from Paralelo's own page.",
    'Close that window and open a new one.',
  );
}
