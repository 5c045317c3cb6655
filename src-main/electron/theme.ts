import { nativeTheme } from 'electron';
import { Client, dispatcherTransport } from '../contract/index.js';
import type { Dispatcher } from '../contract/index.js';

/** What the desktop draws for us (menus, dialogs, the empty window) has the theme of the settings too. */
export async function followTheme(dispatcher: Dispatcher): Promise<void> {
  const client = new Client(dispatcherTransport(dispatcher));
  client.on('settings.changed', ({ settings }) => (nativeTheme.themeSource = settings.theme));
  const { settings } = await client.request('settings.get', {});
  nativeTheme.themeSource = settings.theme;
}
