import { expect, it } from 'vitest';
import type { RunRecord } from '../../../../src-main/contract/index.js';
import { paralelo } from '../../../support/paralelo.js';
import { reapedCpuMs } from '../../../support/reaped-cpu.js';

it('what a guest used is used by the command that ran it, as time(1) tells', async () => {
  const before = reapedCpuMs();
  const args = ['run', '--json', '--runtime', 'v8', '--workload', 'spin', '--', '--for', '3s'];
  const { stdout } = await paralelo(args);
  const { usage } = JSON.parse(stdout) as RunRecord;
  const ofGuestMs = (usage?.userTimeMs ?? NaN) + (usage?.systemTimeMs ?? NaN);
  // The command itself takes a few tenths of a second, the guest about three seconds.
  expect(ofGuestMs).toBeGreaterThan(1000);
  expect(reapedCpuMs() - before).toBeGreaterThan(ofGuestMs - 20);
});
