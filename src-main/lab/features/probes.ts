import type { AttemptResult } from '../../contract/index.js';
import type { Feature } from './feature.js';
import { refuseWhileMeasuring, refuseWhileTesting } from './undisturbed.js';

/** At most four pushes a second. */
const PUSH_EVERY_MS = 250;

/** What a guest can do is tried: one at a time for the whole lab, and every window hears of it. */
export const probesFeature: Feature = ({ dispatcher, experiments, probes, claims }) => {
  dispatcher.handle('isolation.probe', (request) => {
    refuseWhileTesting({ claims });
    refuseWhileMeasuring({ experiments });
    return probes.start(request);
  });
  dispatcher.handle('isolation.stopProbe', async () => ({ stopped: await probes.stop() }));
  dispatcher.handle('isolation.matrix', () => ({
    ...(probes.matrix === undefined ? {} : { matrix: probes.matrix }),
    progress: probes.progress,
  }));
  let waiting: AttemptResult[] = [];
  let timer: NodeJS.Timeout | undefined;
  const push = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const results = waiting;
    waiting = [];
    dispatcher.push('isolation.probed', { progress: probes.progress, results });
  };
  probes.onProgress(({ isRunning }, results) => {
    waiting.push(...results);
    if (isRunning) timer ??= setTimeout(push, PUSH_EVERY_MS);
    else push();
  });
};
