import { BrowserWindow, dialog } from 'electron';
import type { OpenDialogOptions } from 'electron';

const OPTIONS: OpenDialogOptions = {
  title: 'Choose a WebAssembly module',
  properties: ['openFile'],
  filters: [
    { name: 'WebAssembly modules', extensions: ['wasm'] },
    { name: 'All files', extensions: ['*'] },
  ],
};

/** The path that was chosen, or undefined when the dialog was left. */
export async function pickModule(): Promise<string | undefined> {
  const parent = BrowserWindow.getFocusedWindow();
  const { filePaths } =
    parent === null
      ? await dialog.showOpenDialog(OPTIONS)
      : await dialog.showOpenDialog(parent, OPTIONS);
  return filePaths[0];
}
