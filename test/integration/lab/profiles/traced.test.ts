import { tmpdir } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { watchInstances } from '../../../support/monitor.js';

it('tells of a guest whose calls are traced what it called, and which grant it has for nothing', async () => {
  const watched = await watchInstances();
  onTestFinished(() => watched.close());
  const { client } = watched;
  const began = new Promise<void>((resolve) => {
    client.on('runs.output', () => resolve());
  });
  await client.request('comparisons.start', {
    lanes: [
      {
        runtime: 'v8',
        workload: { kind: 'twin', ref: 'grow', args: ['--to', '1m', '--hold', '600s'] },
        grants: {
          env: {},
          network: 'none',
          volumes: [{ hostPath: tmpdir(), guestPath: '/data', readOnly: true }],
        },
        traceCalls: true,
      },
    ],
  });
  await began;
  const { runs: live } = await client.request('runs.live', {});
  const pid = Number(live[0]?.status.instance);
  const { id } = await watched.instance((one) => one.kind === 'wasm' && one.pid === pid);
  const profile = await client.request('isolation.profile', { subject: { kind: 'instance', id } });
  const imports = profile.guest?.module?.importGroups.flatMap((group) => group.imports) ?? [];
  const calls = new Map(imports.map((one) => [one.name, one.calls]));
  expect(calls.get('args_get')).toBe(1);
  expect(calls.get('fd_write')).toBeGreaterThan(0);
  expect(calls.get('proc_exit')).toBe(0);
  expect(profile.gaps).toEqual([]);
  expect(profile.guest?.grants?.directories).toEqual([
    { hostPath: tmpdir(), guestPath: '/data', rights: 'read-only' },
  ]);
  expect(profile.advice.map(({ id }) => id)).toContain('unused-directory');
});
