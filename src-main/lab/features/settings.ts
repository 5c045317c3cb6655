import { checkProgram } from '../check-program.js';
import type { Feature } from './feature.js';

export const settingsFeature: Feature = ({
  dispatcher,
  catalogue,
  settings,
  scrape,
  store,
  instanceRecorder,
}) => {
  dispatcher.handle('settings.get', () => settings.view());
  dispatcher.handle('settings.change', async (change) => {
    await settings.change(change);
    await scrape.obey(settings.preferences().scrape);
    store.applySettings();
    // They may last for days; what has an end of its own is recorded to it.
    if (!store.isRecording()) instanceRecorder.endAll();
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
