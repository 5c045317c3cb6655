import type { LabOptions } from '../options.js';
import { placedData } from './placed.js';

/** What a shell gives its lab, so that it records where the user wants it. */
export function dataOptions(
  workerPath: string,
): Required<Pick<LabOptions, 'store' | 'dataFolder'>> {
  const placed = placedData();
  const { dataDir, copyFrom, source } = placed;
  return {
    store: {
      ...{ dataDir, workerPath, mustExist: source === 'choice' },
      ...(copyFrom === undefined ? {} : { copyFrom }),
    },
    dataFolder: placed,
  };
}
