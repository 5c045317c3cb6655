import { checkProgram } from '../check-program.js';
import type { Feature } from './feature.js';

export const settingsFeature: Feature = ({ dispatcher, catalogue, settings, scrape }) => {
  dispatcher.handle('settings.get', () => settings.view());
  dispatcher.handle('settings.change', async (change) => {
    await settings.change(change);
    await scrape.obey(settings.preferences().scrape);
    dispatcher.push('settings.changed', settings.view());
    return settings.view();
  });
  dispatcher.handle('scrape.state', () => scrape.state());
  dispatcher.handle('runtimes.setPath', async ({ family, path }) => {
    catalogue.checkTakesPath(family);
    if (path !== null) await checkProgram(path);
    await settings.setRuntimePath(family, path ?? undefined);
    dispatcher.push('settings.changed', settings.view());
    return catalogue.lookAgain(family);
  });
};
