import type { Feature } from './feature.js';
import { refuseWhileMeasuring, refuseWhileProbing } from './undisturbed.js';

/** The paper's claims, tested: every window hears of it. */
export const claimsFeature: Feature = ({ dispatcher, claims, experiments, probes }) => {
  dispatcher.handle('claims.list', () => claims.list());
  dispatcher.handle('claims.start', ({ ids }) => {
    if (!claims.status.isRunning) {
      refuseWhileProbing({ probes });
      refuseWhileMeasuring({ experiments });
    }
    return claims.start(ids);
  });
  dispatcher.handle('claims.stop', async () => ({ stopped: await claims.stop() }));
  dispatcher.handle('claims.report', async ({ language }) => ({
    markdown: await claims.report(language),
  }));
};
