import { BrowserWindow, dialog } from 'electron';
import type { OpenDialogOptions } from 'electron';

const MODULE: OpenDialogOptions = {
  title: 'Choose a WebAssembly module',
  properties: ['openFile'],
  filters: [
    { name: 'WebAssembly modules', extensions: ['wasm'] },
    { name: 'All files', extensions: ['*'] },
  ],
};

const PROGRAM: OpenDialogOptions = {
  title: 'Choose the program of a runtime',
  properties: ['openFile', 'showHiddenFiles'],
};

const FOLDER: OpenDialogOptions = {
  title: 'Choose a folder for what is recorded',
  properties: ['openDirectory', 'createDirectory', 'showHiddenFiles'],
};

export const pickModule = (): Promise<string | undefined> => pickFile(MODULE);
export const pickProgram = (): Promise<string | undefined> => pickFile(PROGRAM);

export const pickFolder = (): Promise<string | undefined> => pickFile(FOLDER);

/** The path that was chosen, or undefined when the dialog was left. */
async function pickFile(options: OpenDialogOptions): Promise<string | undefined> {
  const parent = BrowserWindow.getFocusedWindow();
  const { filePaths } =
    parent === null
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(parent, options);
  return filePaths[0];
}
