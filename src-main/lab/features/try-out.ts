import { TryOuts } from '../try-out.js';
import type { Feature } from './feature.js';

export const tryOutFeature: Feature = ({ dispatcher, comparisons }) => {
  const tryOuts = new TryOuts(comparisons);
  dispatcher.handle('runtimes.tryOut', ({ id }) => tryOuts.tryOut(id));
  dispatcher.handle('runtimes.stopTryOut', async ({ id }) => ({
    stopped: await tryOuts.stop(id),
  }));
};
