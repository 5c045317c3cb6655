import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  formatOwner,
  isOwnerAlive,
  parseOwner,
  thisOwner,
} from '../../../src-main/runtimes/owner.js';

function owner(changes: Partial<NonNullable<ReturnType<typeof parseOwner>>>): string {
  const mine = parseOwner(thisOwner());
  if (mine === undefined) throw new Error('the own mark cannot be read');
  return formatOwner({ ...mine, ...changes });
}

describe('the owner of what a lab starts', () => {
  it('is alive while its process is', () => {
    expect(isOwnerAlive(thisOwner())).toBe(true);
  });

  it('is gone when its pid was given to another process', () => {
    expect(isOwnerAlive(owner({ startTicks: '1' }))).toBe(false);
  });

  it('is gone when its process has ended', async () => {
    const child = spawn('true');
    const { pid = 0 } = child;
    await once(child, 'exit');
    expect(isOwnerAlive(owner({ pid, startTicks: '1' }))).toBe(false);
  });

  it('is gone after a reboot', () => {
    expect(isOwnerAlive(owner({ boot: 'abcdef' }))).toBe(false);
  });

  it.each([
    ['on another machine', owner({ machine: 'abcdef', startTicks: '1' })],
    ['in another pid namespace', owner({ pidNamespace: '1', startTicks: '1' })],
    ['in a form of another version', '2.something.else'],
    ['without a name', ''],
  ])('counts as alive %s, where it cannot be known', (_where, text) => {
    expect(isOwnerAlive(text)).toBe(true);
  });
});
