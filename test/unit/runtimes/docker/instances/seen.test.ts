import { describe, expect, it } from 'vitest';
import { dockerCapabilities } from '../../../../../src-main/runtimes/docker/instances/as-run-privileges.js';
import {
  boundedList,
  boundedText,
} from '../../../../../src-main/runtimes/docker/instances/bounds.js';
import { FoundContainer } from '../../../../../src-main/runtimes/docker/instances/container.js';
import { parseInspected } from '../../../../../src-main/runtimes/docker/instances/inspected.js';
import { Seen } from '../../../../../src-main/runtimes/docker/instances/seen.js';
import type { Engine } from '../../../../../src-main/runtimes/docker/index.js';

const ended = (FinishedAt: string, OOMKilled = true) =>
  parseInspected({
    Id: 'a',
    State: { Status: 'exited', Running: false, OOMKilled, FinishedAt },
    Config: {},
    HostConfig: {},
  });
const FIRST = '2026-11-25T10:00:00Z';
const SECOND = '2026-11-25T11:00:00Z';

function look(seen: Seen, inspected: ReturnType<typeof ended>) {
  const wasKnown = seen.stateOf('a') !== undefined;
  seen.isChange(new FoundContainer(() => ({ id: 'podman' }) as Engine, inspected));
  return seen.unseenOom(inspected, wasKnown);
}

describe('what has been seen of a container', () => {
  it('tells that memory ran out once for each end by it, and not for one of before', () => {
    const seen = new Seen();
    expect(look(seen, ended(FIRST))).toBeUndefined();
    expect(look(seen, ended(FIRST))).toBeUndefined();
    expect(look(seen, ended(SECOND))).toEqual({ instanceId: 'a', atIso: SECOND, action: 'oom' });
    expect(look(seen, ended(SECOND))).toBeUndefined();
  });

  it('does not repeat what the engine itself has told', () => {
    const seen = new Seen();
    look(seen, ended(FIRST, false));
    seen.isNews({ instanceId: 'a', atIso: SECOND, action: 'oom' });
    expect(look(seen, ended(SECOND))).toBeUndefined();
  });

  it('has news of health only when it is another', () => {
    const seen = new Seen();
    look(seen, ended(FIRST));
    const health = (detail: string) =>
      seen.isNews({ instanceId: 'a', atIso: FIRST, action: 'health_status', detail });
    expect([health('healthy'), health('healthy'), health('unhealthy')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('capabilities of a container in Docker', () => {
  it('are its usual ones, and those added, without those dropped', () => {
    expect(dockerCapabilities([], [])).toHaveLength(14);
    expect(dockerCapabilities(['NET_ADMIN'], ['MKNOD'])).toContain('NET_ADMIN');
    expect(dockerCapabilities(['NET_ADMIN'], ['MKNOD'])).not.toContain('MKNOD');
    expect(dockerCapabilities(['NET_RAW'], ['ALL'])).toEqual(['NET_RAW']);
  });
});

describe('texts of others', () => {
  it('are cut between characters, and the cut is marked', () => {
    expect(boundedText('abc', 3)).toBe('abc');
    expect(boundedText('ab🦀d', 4)).toBe('ab…');
    expect(boundedList(['aaaa', '', 'bbbb', 'cccc'], 7)).toEqual(['aaaa', '', '…']);
  });
});
