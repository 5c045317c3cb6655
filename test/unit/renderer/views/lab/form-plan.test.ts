import { describe, expect, it } from 'vitest';
import { ComparisonRequestSchema, validate } from '../../../../../src-main/contract/index.js';
import { forecast } from '../../../../../src-renderer/views/lab/forecast.js';
import { planRun } from '../../../../../src-renderer/views/lab/form-plan.js';
import { FIRST_VALUES } from '../../../../../src-renderer/views/lab/form-values.js';
import type { FormValues } from '../../../../../src-renderer/views/lab/form-values.js';
import { RUNTIMES } from '../../../../support/fake-machine.js';

const plan = (change: Partial<FormValues>) =>
  planRun({ ...FIRST_VALUES, lanes: ['docker:runc', 'v8'], ...change }, RUNTIMES);

describe('what the fields mean', () => {
  it('is a request that the lab accepts, with the least privileges', () => {
    const { request, errors } = plan({ twinArgs: '--to 128m' });
    expect(errors).toEqual({});
    const { lanes } = validate(ComparisonRequestSchema, request, 'plan');
    expect(lanes.map(({ runtime }) => runtime)).toEqual(['docker:runc', 'v8']);
    expect(lanes[0]).toMatchObject({
      workload: { kind: 'twin', ref: 'grow', args: ['--to', '128m'] },
      limits: { memoryBytes: 64 * 1024 ** 2, timeoutMs: 10_000, pids: 64 },
      grants: { env: {}, volumes: [], network: 'none' },
      privileges: { capAdd: [], readOnlyRoot: true, noNewPrivileges: true, seccomp: 'default' },
      bestEffort: true,
    });
  });

  it('leaves out a limit whose field is empty', () => {
    expect(plan({ memory: '', time: ' ', pids: '' }).limits).toEqual({});
  });

  it('reads units, counts and lists', () => {
    const { request } = plan({
      memory: '1.5 GiB',
      cpus: '0.5 cores',
      fuel: '1 000 000',
      period: '50ms',
      env: 'A=1\n\nB=x=y',
      volumes: '/data:/in:ro\nC:\\work:/out',
      capAdd: 'cap_net_raw, SYS_PTRACE NET_RAW',
    });
    const lane = request?.lanes[0];
    expect(lane?.limits).toMatchObject({ memoryBytes: 1_610_612_736, cpus: 0.5, fuel: 1e6 });
    expect(lane?.periodMs).toBe(50);
    expect(lane?.grants?.env).toEqual({ A: '1', B: 'x=y' });
    expect(lane?.grants?.volumes).toEqual([
      { hostPath: '/data', guestPath: '/in', readOnly: true },
      { hostPath: 'C:\\work', guestPath: '/out', readOnly: false },
    ]);
    expect(lane?.privileges?.capAdd).toEqual(['NET_RAW', 'SYS_PTRACE']);
  });

  it.each<[Partial<FormValues>, keyof FormValues]>([
    [{ memory: '64 potatoes' }, 'memory'],
    [{ memory: '0' }, 'memory'],
    [{ cpus: '-1' }, 'cpus'],
    [{ time: '10' }, 'time'],
    [{ time: '48h' }, 'time'],
    [{ pids: '1.5' }, 'pids'],
    [{ period: '5ms' }, 'period'],
    [{ env: 'novalue' }, 'env'],
    [{ volumes: '/only' }, 'volumes'],
    [{ capAdd: 'NET-RAW' }, 'capAdd'],
    [{ twinArgs: '"open' }, 'twinArgs'],
    [{ lanes: [] }, 'lanes'],
    [{ lanes: Array.from({ length: 7 }, () => 'v8') }, 'lanes'],
    [{ program: 'own', image: '', modulePath: 'x.wasm' }, 'image'],
    [{ program: 'own', image: 'alpine', modulePath: '' }, 'modulePath'],
  ])('says at %j what does not fit', (change, field) => {
    const { request, errors } = plan(change);
    expect(request).toBeUndefined();
    expect(Object.keys(errors)).toEqual([field]);
  });

  it('asks only for what the chosen lanes need', () => {
    const { request } = plan({
      program: 'own',
      lanes: ['v8', 'v8'],
      modulePath: '/x.wasm',
      imageArgs: '"not looked at',
    });
    expect(request?.lanes.map(({ workload }) => workload)).toEqual([
      { kind: 'module', ref: '/x.wasm', args: [] },
      { kind: 'module', ref: '/x.wasm', args: [] },
    ]);
  });
});

describe('what is said before the run', () => {
  const notes = (change: Partial<FormValues>) => {
    const values = { ...FIRST_VALUES, lanes: ['docker:runc', 'v8', 'wasmtime'], ...change };
    return forecast(planRun(values, RUNTIMES).limits, values, RUNTIMES);
  };

  it('is nothing for the first form', () => {
    expect(notes({})).toEqual([]);
  });

  it('names the runtimes that cannot hold a limit, by its field', () => {
    expect(notes({ cpus: '1' })).toEqual([
      {
        field: 'cpus',
        message: 'V8 and wasmtime cannot hold the CPU limit: they run without it.',
      },
    ]);
    expect(notes({ fuel: '5' })[0]?.message).toBe(
      'Docker, runc and V8 cannot hold the fuel limit: they run without it.',
    );
  });

  it('names those that cannot be granted something, and does not ask them for it', () => {
    expect(notes({ network: 'bridge' })).toEqual([
      { field: 'network', message: 'V8 and wasmtime have no network: they run without.' },
    ]);
    const { request } = plan({ network: 'bridge' });
    expect(request?.lanes.map(({ grants }) => grants?.network)).toEqual(['bridge', 'none']);
  });
});
