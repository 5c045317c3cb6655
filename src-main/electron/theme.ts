import { readFileSync } from 'node:fs';
import { nativeTheme } from 'electron';
import { Client, THEMES, dispatcherTransport } from '../contract/index.js';
import type { Dispatcher, Theme } from '../contract/index.js';
import { settingsPathIn, userFolders } from '../lab/folders.js';

/** The window is shown before there is a lab to ask: it begins in the theme of the settings nevertheless. */
export function useKeptTheme(): void {
  nativeTheme.themeSource = keptTheme(settingsPathIn(userFolders()));
}

/** What the desktop draws for us (menus, dialogs, the empty window) has the theme of the settings too. */
export async function followTheme(dispatcher: Dispatcher): Promise<void> {
  const client = new Client(dispatcherTransport(dispatcher));
  client.on('settings.changed', ({ settings }) => (nativeTheme.themeSource = settings.theme));
  const { settings } = await client.request('settings.get', {});
  nativeTheme.themeSource = settings.theme;
}

/** What is wrong with the file, the lab finds out and says. */
function keptTheme(path: string): Theme {
  try {
    const { theme } = JSON.parse(readFileSync(path, 'utf8')) as { theme?: unknown };
    return THEMES.find((known) => known === theme) ?? 'system';
  } catch {
    return 'system';
  }
}
