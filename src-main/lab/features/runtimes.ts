import type { Feature } from './feature.js';

export const runtimesFeature: Feature = ({ dispatcher, catalogue }) => {
  dispatcher.handle('runtimes.list', ({ refresh }) => catalogue.list(refresh));
  dispatcher.handle('runtimes.clearCompiled', async () => ({
    removedBytes: await catalogue.clearCompiled(),
  }));
  catalogue.onChange((listing) => dispatcher.push('runtimes.changed', listing));
};
