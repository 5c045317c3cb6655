import { expect, it } from 'vitest';
import { parseReport } from '../../../../src-main/runtimes/module/launcher/protocol.js';

it('the end that a launcher tells of is a moment, a status, and what the process used', () => {
  // Killed by SIGKILL; 2 MiB, 1.5 ms and 250 µs.
  expect(parseReport('ended 5000000 9 2048 1500 250')).toEqual({
    report: 'ended',
    end: {
      ...{ code: null, signal: 'SIGKILL', atMs: 5 },
      usage: { userTimeMs: 1.5, systemTimeMs: 0.25, maxRssBytes: 2 * 1024 ** 2 },
    },
  });
  expect(parseReport('ended 1000000 256 0 0 0')).toMatchObject({ end: { code: 1, signal: null } });
});
