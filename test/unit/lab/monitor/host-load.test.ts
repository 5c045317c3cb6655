import { describe, expect, it, vi } from 'vitest';
import type { Sample } from '../../../../src-main/contract/index.js';
import { sharesOf } from '../../../../src-main/lab/monitor/host-load.js';
import { InContainer } from '../../../../src-main/lab/monitor/in-container.js';
import { FakeInstance } from '../../../support/fake-source.js';
import { makeTree } from '../../metrics/kernel-files.js';

const sample = (cpuPercent: number, memory: Sample['memory']): Sample => ({
  tMs: 0,
  cpuPercent,
  memory,
});
const container = new FakeInstance('c'.repeat(64));
const wasm = new FakeInstance('7-100', { kind: 'wasm', pid: 7 });
const measured = [
  { instance: container, sample: sample(60, { workingSetBytes: 1000, cgroupBytes: 5000 }) },
  { instance: wasm, sample: sample(40, { rssBytes: 300 }) },
  { instance: new FakeInstance('not read yet'), sample: undefined },
];

describe('who uses the machine', () => {
  it('are containers, Wasm processes and the rest, together what the host says', () => {
    const shares = sharesOf(measured, () => undefined, { cores: 2, hostPercent: 70 });
    expect(shares.load).toEqual({ containersPercent: 30, wasmPercent: 20, restPercent: 20 });
    expect(shares.memoryBy).toEqual({ containersBytes: 1000, wasmBytes: 300 });
  });

  it('counts a Wasm process in a container that is shown once', () => {
    const inside = sharesOf(measured, () => container.view.id, { cores: 2, hostPercent: 70 });
    expect(inside.load).toEqual({ containersPercent: 30, wasmPercent: 0, restPercent: 40 });
    expect(inside.memoryBy?.wasmBytes).toBe(0);
    const elsewhere = sharesOf(measured, () => 'd'.repeat(64), { cores: 2, hostPercent: 70 });
    expect(elsewhere.load?.wasmPercent).toBe(20);
  });

  it('is never more than the host says, and unknown while that is', () => {
    const { load } = sharesOf(measured, () => undefined, { cores: 2, hostPercent: 25 });
    expect(load).toEqual({ containersPercent: 15, wasmPercent: 10, restPercent: 0 });
    const unknown = sharesOf(measured, () => undefined, { cores: 2, hostPercent: undefined });
    expect(unknown).not.toHaveProperty('load');
    expect(unknown.memoryBy?.wasmBytes).toBe(300);
  });
});

describe('the container of a process', () => {
  it.each([
    ['cgroupfs, version 1', `4:memory:/docker/${'a'.repeat(64)}\n`, 'a'.repeat(64)],
    ['systemd, version 2', `0::/system.slice/docker-${'b'.repeat(64)}.scope\n`, 'b'.repeat(64)],
    ['none', '0::/user.slice/user-1000.slice\n', undefined],
  ])('is in its cgroup: %s', async (_, cgroup, id) => {
    const inContainer = new InContainer(makeTree({ '7/cgroup': cgroup }));
    expect(inContainer.containerOf(wasm)).toBeUndefined();
    await vi.waitFor(() => expect(inContainer.containerOf(wasm)).toBe(id));
  });
});
