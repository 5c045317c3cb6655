import { describe, expect, it } from 'vitest';
import type { LabParts } from '../../../../src-main/lab/features/feature.js';
import {
  refuseWhileMeasuring,
  refuseWhileProbing,
  refuseWhileTesting,
} from '../../../../src-main/lab/features/undisturbed.js';

function parts(isProbing: boolean, ...states: string[]) {
  return {
    probes: { progress: { isRunning: isProbing } },
    experiments: { list: () => states.map((state) => ({ status: { state } })) },
  } as unknown as Pick<LabParts, 'experiments' | 'probes'>;
}

describe('an experiment', () => {
  it('is refused while probes are under way, and begun when they are done', () => {
    expect(() => refuseWhileProbing(parts(true))).toThrow('would disturb a measurement');
    expect(() => refuseWhileProbing(parts(false, 'running'))).not.toThrow();
  });
});

describe('probes', () => {
  it.each(['waiting', 'running', 'paused'])('are refused while an experiment is %s', (state) => {
    expect(() => refuseWhileMeasuring(parts(false, 'ended', state))).toThrow('would disturb it');
  });

  it('are begun when every experiment has ended', () => {
    expect(() => refuseWhileMeasuring(parts(false, 'ended', 'ended'))).not.toThrow();
    expect(() => refuseWhileMeasuring(parts(false))).not.toThrow();
  });
});

describe('what would disturb a test of claims', () => {
  const claims = (isRunning: boolean) =>
    ({ claims: { status: { isRunning } } }) as unknown as Pick<LabParts, 'claims'>;

  it('is refused while one is under way, and begun when it has ended', () => {
    expect(() => refuseWhileTesting(claims(true))).toThrow('testing claims');
    expect(() => refuseWhileTesting(claims(false))).not.toThrow();
  });
});
