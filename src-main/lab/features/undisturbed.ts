import { LabError } from '../../contract/index.js';
import type { LabParts } from './feature.js';

/** Hundreds of attempts beside a measurement would be measured with it. Throws LabError while probes are under way. */
export function refuseWhileProbing({ probes }: Pick<LabParts, 'probes'>): void {
  if (!probes.progress.isRunning) return;
  throw new LabError(
    'action-not-possible',
    'The lab is trying what guests can do, which would disturb a measurement.',
    'Wait until the matrix is done, or stop it first.',
  );
}

/** Throws LabError while an experiment is under way or waits. */
export function refuseWhileMeasuring({ experiments }: Pick<LabParts, 'experiments'>): void {
  if (experiments.list().every(({ status }) => status.state === 'ended')) return;
  throw new LabError(
    'action-not-possible',
    'An experiment is under way, and this would disturb it.',
    'Wait until it has ended, or stop it first.',
  );
}

/** A test of claims carries out its own experiments and probes. Throws LabError while one is under way. */
export function refuseWhileTesting({ claims }: Pick<LabParts, 'claims'>): void {
  if (!claims.status.isRunning) return;
  throw new LabError(
    'action-not-possible',
    'The lab is testing claims of the paper, which this would disturb.',
    'Wait until they are done, or stop them in the Claims view first.',
  );
}
