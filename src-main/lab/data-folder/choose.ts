import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LabError } from '../../contract/index.js';
import type { ChosenFolder, DataFolder } from '../../contract/index.js';
import { HISTORY_FILE } from '../recording/history-file.js';
import { checkDataFolder } from './check.js';
import { dataFolderOf } from './placed.js';
import type { PlacedData } from './placed.js';
import { writePointer } from './pointer.js';

/**
 * From the next start on, this folder. Nothing is moved now and nothing ever deleted. Throws LabError
 * `action-not-possible`, `folder-not-fit`, `folder-not-chosen`.
 */
export async function chooseDataFolder(
  placed: PlacedData,
  { path, copies }: ChosenFolder,
  resourcesDir: string,
): Promise<DataFolder> {
  if (placed.source === 'environment') throw named(placed.dataDir);
  const { dataDir, pointerPath } = placed;
  if (resolve(path) === dataDir) {
    await writePointer(pointerPath, { dataDir });
    return dataFolderOf(placed);
  }
  await checkDataFolder(path, [dirname(resolve(resourcesDir)), dirname(process.execPath)]);
  const wanted = resolve(path);
  if (copies && existsSync(join(wanted, HISTORY_FILE))) throw taken(wanted);
  const copyFrom = copies && existsSync(join(dataDir, HISTORY_FILE)) ? { copyFrom: dataDir } : {};
  await writePointer(pointerPath, { dataDir: wanted, ...copyFrom });
  return dataFolderOf(placed);
}

function named(dataDir: string): LabError {
  return new LabError(
    'action-not-possible',
    `PARALELO_DATA_DIR names the data folder (${dataDir}), and is obeyed before any choice.`,
    'Start Paralelo without PARALELO_DATA_DIR, then choose.',
  );
}

function taken(path: string): LabError {
  return new LabError(
    'folder-not-fit',
    `There is a history in ${path} already, and nothing is written over it.`,
    'Choose an empty folder, or go on with the history that is there: choose it without taking this one along.',
  );
}
