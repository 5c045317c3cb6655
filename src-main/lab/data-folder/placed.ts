import type { DataFolder, DataFolderSource, WireError } from '../../contract/index.js';
import { userFolders } from '../folders.js';
import type { UserFolders } from '../folders.js';
import { pointerPathIn, readPointer } from './pointer.js';

/** Where what is recorded lies in this process, and who says so. */
export interface PlacedData {
  dataDir: string;
  usualDir: string;
  source: DataFolderSource;
  /** Where a choice is kept. */
  pointerPath: string;
  copyFrom?: string;
  problem?: WireError;
}

/** PARALELO_DATA_DIR before the user's choice before the usual one. */
export function placedData(folders: UserFolders = userFolders(), env = process.env): PlacedData {
  const pointerPath = pointerPathIn(folders.configDir);
  const usualDir = userFolders({ env: { ...env, PARALELO_DATA_DIR: '' } }).dataDir;
  const known = { pointerPath, usualDir };
  if (folders.dataDir !== usualDir || (env['PARALELO_DATA_DIR'] ?? '') !== '') {
    return { ...known, dataDir: folders.dataDir, source: 'environment' };
  }
  const { pointer, problem } = readPointer(pointerPath);
  if (pointer === undefined) {
    return { ...known, dataDir: usualDir, source: 'usual', ...(problem && { problem }) };
  }
  return { ...known, ...pointer, source: 'choice' };
}

export function dataFolderOf(placed: PlacedData): DataFolder {
  const { dataDir, usualDir, source, pointerPath } = placed;
  const { pointer, problem } = readPointer(pointerPath);
  const isOther = source !== 'environment' && pointer !== undefined && pointer.dataDir !== dataDir;
  return {
    ...{ path: dataDir, source, usualPath: usualDir },
    ...(isOther ? { next: { path: pointer.dataDir, copies: pointer.copyFrom !== undefined } } : {}),
    ...(problem === undefined ? {} : { problem }),
  };
}
