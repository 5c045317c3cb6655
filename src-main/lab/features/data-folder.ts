import { LabError } from '../../contract/index.js';
import { chooseDataFolder } from '../data-folder/choose.js';
import { dataFolderOf } from '../data-folder/placed.js';
import type { PlacedData } from '../data-folder/placed.js';
import type { Feature } from './feature.js';

/** Where what is recorded lies, and shall lie. */
export const dataFolderFeature: Feature = ({ options, dispatcher }) => {
  const placed = (): PlacedData => options.dataFolder ?? nowhere();
  dispatcher.handle('store.folder', () => dataFolderOf(placed()));
  dispatcher.handle('store.chooseFolder', (chosen) =>
    chooseDataFolder(placed(), chosen, options.resourcesDir),
  );
  dispatcher.handle('files.pickFolder', async () => ({ path: await options.pickFolder?.() }));
};

function nowhere(): never {
  throw new LabError(
    'store-off',
    'This Paralelo has no data folder of the user.',
    'Start it as the desktop app, the command line or `paralelo serve`: those do.',
  );
}
