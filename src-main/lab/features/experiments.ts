import type { Feature } from './feature.js';
import { refuseWhileProbing, refuseWhileTesting } from './undisturbed.js';

/** Many runs and one conclusion. */
export const experimentsFeature: Feature = ({ dispatcher, experiments, probes, claims }) => {
  dispatcher.handle('experiments.start', (plan) => {
    refuseWhileTesting({ claims });
    refuseWhileProbing({ probes });
    return experiments.start(plan).status;
  });
  dispatcher.handle('experiments.stop', ({ id }) => ({ stopped: experiments.find(id).stop() }));
  dispatcher.handle('experiments.pause', ({ id }) => experiments.find(id).pause());
  dispatcher.handle('experiments.resume', ({ id }) => experiments.find(id).resume());
  dispatcher.handle('experiments.list', () => ({
    experiments: experiments.list().map(({ status }) => status),
  }));
  dispatcher.handle('experiments.result', ({ id }) => {
    const result = experiments.find(id).result();
    return result === undefined ? {} : { result };
  });
};
