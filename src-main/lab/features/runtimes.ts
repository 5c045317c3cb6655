import type { Feature } from './feature.js';

export const runtimesFeature: Feature = ({ dispatcher, catalogue, settings }) => {
  dispatcher.handle('runtimes.list', async ({ refresh }) => {
    // Another shell may have changed them since.
    if (refresh) await settings.reload();
    return catalogue.list(refresh);
  });
  dispatcher.handle('runtimes.clearCompiled', async () => ({
    removedBytes: await catalogue.clearCompiled(),
  }));
  catalogue.onChange((listing) => dispatcher.push('runtimes.changed', listing));
};
