import { describe, expect, it } from 'vitest';
import type { RunStatus } from '../../../../../src-main/contract/index.js';
import { valuesOfRuns } from '../../../../../src-renderer/views/lab/form-of-runs.js';
import { planRun } from '../../../../../src-renderer/views/lab/form-plan.js';
import { FIRST_VALUES } from '../../../../../src-renderer/views/lab/form-values.js';
import { RUNTIMES } from '../../../../support/fake-machine.js';

const run = (runtime: string, workload: RunStatus['workload'], limits = {}) =>
  ({ runtime, workload, limits }) as RunStatus;

describe('the form of runs that were started elsewhere', () => {
  it('starts the same again', () => {
    const workload = { kind: 'twin', ref: 'spin', args: ['--for', 'a b'] } as const;
    const limits = { memoryBytes: 100_000_000, timeoutMs: 1500, cpus: 0.5, pids: 3, fuel: 9 };
    const runs = ['docker:runc', 'v8'].map((id) =>
      run(id, { ...workload, args: [...workload.args] }, limits),
    );
    const { request } = planRun({ ...FIRST_VALUES, ...valuesOfRuns(runs) }, RUNTIMES);
    expect(request?.lanes).toMatchObject([
      { runtime: 'docker:runc', workload, limits },
      { runtime: 'v8', workload, limits },
    ]);
  });

  it('brings an image and a module together', () => {
    const runs = [
      run('docker:runc', { kind: 'image', ref: 'alpine', args: ['ls'] }),
      run('v8', { kind: 'module', ref: '/x.wasm', args: [] }),
    ];
    expect(valuesOfRuns(runs)).toMatchObject({
      program: 'own',
      image: 'alpine',
      imageArgs: 'ls',
      modulePath: '/x.wasm',
      memory: '',
    });
  });

  it('is no change for none', () => {
    expect(valuesOfRuns([])).toEqual({});
  });
});
