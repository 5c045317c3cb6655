import { describe, expect, it } from 'vitest';
import type { RunRequestInput, RunStatus } from '../../../../../src-main/contract/index.js';
import {
  valuesOfRequest,
  valuesOfRuns,
} from '../../../../../src-renderer/views/lab/form-of-runs.js';
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

describe('the form of a run that another room offers', () => {
  const request: RunRequestInput = {
    runtime: 'docker:runc',
    workload: { kind: 'image', ref: 'shop/web:2', args: ['node', 'a b.js'] },
    limits: { memoryBytes: 128 * 1024 ** 2, cpus: 1.5 },
    grants: {
      env: { MODE: 'x=y' },
      volumes: [{ hostPath: '/srv/data', guestPath: '/data', readOnly: true }],
      network: 'bridge',
      stdinPath: '/tmp/in',
    },
    privileges: {
      capAdd: ['NET_RAW', 'CHOWN'],
      readOnlyRoot: false,
      noNewPrivileges: false,
      seccomp: 'unconfined',
    },
    periodMs: 250,
  };

  it('asks for that very run', () => {
    const { request: planned } = planRun(
      { ...FIRST_VALUES, ...valuesOfRequest(request) },
      RUNTIMES,
    );
    expect(planned?.lanes).toEqual([{ ...request, bestEffort: true }]);
  });

  it('keeps nothing of what stood there before, where the run leaves it out', () => {
    const before = { ...FIRST_VALUES, ...valuesOfRequest(request) };
    const bare = valuesOfRequest({ runtime: 'v8', workload: { kind: 'module', ref: '/x.wasm' } });
    const { request: planned } = planRun({ ...before, ...bare }, RUNTIMES);
    expect(planned?.lanes[0]).toMatchObject({
      runtime: 'v8',
      workload: { kind: 'module', ref: '/x.wasm', args: [] },
      limits: {},
      grants: { env: {}, volumes: [], network: 'none' },
      privileges: { capAdd: [], readOnlyRoot: true, noNewPrivileges: true, seccomp: 'default' },
      periodMs: 100,
    });
  });
});
