import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../../src-main/contract/index.js';
import { paralelo } from '../../support/paralelo.js';

const FLAGS = '--runtimes docker:runc,v8,wasmtime --runs 1 --warm-ups 0 --json';

describe('paralelo bench limits', () => {
  it('tells of each limit in each runtime what was asked, what was seen and who held it', async () => {
    const { code, stdout } = await paralelo(['bench', 'limits', ...FLAGS.split(' ')]);
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as ExperimentResult;
    expect(result.dropped).toEqual([]);
    // How much it was on a machine that does other things is measured, not tested.
    const throttled = expect.stringMatching(
      /^\d.* % of periods and .* of the time; expected 100 % and 50 %$/,
    ) as string;
    expect(result.tables[0]?.rows).toMatchObject([
      { runtime: 'docker:runc', cells: { limit: 'time', ended: 'timed-out', by: 'lab-kill' } },
      { runtime: 'docker:runc', cells: { limit: 'fuel', seen: 'nobody can hold it here' } },
      { runtime: 'docker:runc', cells: { limit: 'memory', ended: 'oom-killed', by: 'cgroup' } },
      {
        runtime: 'docker:runc',
        cells: { limit: 'cpus', throttled, ended: 'exited', by: 'cgroup' },
      },
      { runtime: 'docker:runc', cells: { limit: 'pids', seen: '8 at once', by: 'cgroup' } },
      { runtime: 'v8', cells: { limit: 'time', ended: 'timed-out', by: 'lab-kill' } },
      { runtime: 'v8', cells: { limit: 'fuel', seen: 'nobody can hold it here' } },
      { runtime: 'v8', cells: { limit: 'memory', ended: 'memory-refused', by: 'v8-flag' } },
      { runtime: 'v8', cells: { limit: 'cpus', throttled, ended: 'exited', by: 'cgroup' } },
      { runtime: 'v8', cells: { limit: 'pids', by: 'interface' } },
      { runtime: 'wasmtime', cells: { limit: 'time', ended: 'timed-out', by: 'engine-flag' } },
      { runtime: 'wasmtime', cells: { limit: 'fuel', ended: 'fuel-exhausted' } },
      { runtime: 'wasmtime', cells: { limit: 'memory', ended: 'memory-refused' } },
      { runtime: 'wasmtime', cells: { limit: 'cpus', throttled, ended: 'exited', by: 'cgroup' } },
      { runtime: 'wasmtime', cells: { limit: 'pids', by: 'interface' } },
    ]);
    for (const { measures } of result.contenders) {
      const value = (id: string) => measures.find((one) => one.id === id)?.median;
      // Never before its time; how late is measured, not tested.
      expect(value('time-late')).toBeGreaterThanOrEqual(0);
      expect(value('memory-left')).toBeGreaterThanOrEqual(0);
      expect(value('cpu-share')).toBeGreaterThan(0);
    }
  });

  it('prints a row for each, those that nobody can hold included', async () => {
    const { code, stdout } = await paralelo(
      'bench limits --runtimes v8 --runs 1 --warm-ups 0'.split(' '),
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^What each limit does:$/m);
    expect(stdout).toMatch(/^v8 +memory +64\.0 MiB +the guest held [\d.]+ MiB +−/m);
    expect(stdout).toMatch(/^v8 +fuel +nobody can hold it here +none$/m);
  });
});
