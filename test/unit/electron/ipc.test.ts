import { describe, expect, it, vi } from 'vitest';
import { Dispatcher } from '../../../src-main/contract/index.js';

type Handler = (event: object, name: string, params: object) => unknown;

const heard = new Map<string, Handler>();
const hear = (channel: string, handler: Handler): unknown => heard.set(channel, handler);

vi.mock('electron', () => ({
  app: { isPackaged: true },
  ipcMain: { handle: hear, on: hear },
  BrowserWindow: { getAllWindows: () => [], fromWebContents: () => ({}) },
}));

const { bridgeContract } = await import('../../../src-main/electron/ipc.js');
const { CHANNELS } = await import('../../../src-main/contract/channels.js');

const sender = { id: 7, isDestroyed: () => false, once: () => undefined, on: () => undefined };
const event = { sender, senderFrame: { parent: null, url: 'paralelo://app/index.html' } };

describe('what the page says before there is a lab', () => {
  it('waits for it, and is then answered and heard in its order', async () => {
    const lab = new Dispatcher();
    const seen: string[] = [];
    lab.handle('twins.list', () => {
      seen.push('twins.list');
      return { twins: [] };
    });
    lab.onSend('client.visible', ({ visible }, client) => {
      seen.push(`${client} ${String(visible)}`);
    });
    let ready: (lab: Dispatcher) => void = () => undefined;
    bridgeContract(new Promise((resolve) => (ready = resolve)));
    heard.get(CHANNELS.send)?.(event, 'client.visible', { visible: true });
    const answer = heard.get(CHANNELS.invoke)?.(event, 'twins.list', {});
    expect(seen).toEqual([]);
    ready(lab);
    expect(await answer).toEqual({ result: { twins: [] } });
    expect(seen).toEqual(['window-7 true', 'twins.list']);
  });
});
