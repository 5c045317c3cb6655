import { checkProgram } from '../check-program.js';
import type { Feature } from './feature.js';

export const settingsFeature: Feature = ({ dispatcher, catalogue, settings }) => {
  dispatcher.handle('settings.get', () => settings.view());
  dispatcher.handle('runtimes.setPath', async ({ family, path }) => {
    catalogue.checkTakesPath(family);
    if (path !== null) await checkProgram(path);
    await settings.setRuntimePath(family, path ?? undefined);
    return catalogue.lookAgain(family);
  });
};
