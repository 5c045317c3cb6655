import type { Feature } from './feature.js';

export const runtimesFeature: Feature = ({ dispatcher, catalogue }) => {
  dispatcher.handle('runtimes.list', ({ refresh }) => catalogue.list(refresh));
  catalogue.onChange((listing) => dispatcher.push('runtimes.changed', listing));
};
