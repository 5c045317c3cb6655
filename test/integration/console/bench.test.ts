import { describe, expect, it } from 'vitest';
import type { IsolationMatrix, WireError } from '../../../src-main/contract/index.js';
import { paralelo } from '../../support/paralelo.js';

const QUICK = ['bench', 'isolation', '--runtimes', 'v8', '--attempts', 'mount,read-outside'];

describe('paralelo bench isolation', () => {
  it('prints a row an attempt, and each result in a sentence', async () => {
    const { code, stdout, stderr } = await paralelo([...QUICK, '--set', 'default']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^DEFAULT +v8\n {2}read-outside +refused\n {2}mount +-\n/);
    expect(stdout).toContain('Read a host file outside of every grant: refused by its runtime');
    expect(stdout).not.toContain('LOOSENED');
    expect(stderr).toContain('v8: default: read-outside: refused\n');
  });

  it('prints one document and nothing else with --json', async () => {
    const { code, stdout } = await paralelo([...QUICK, '--json']);
    expect(code).toBe(0);
    const matrix = JSON.parse(stdout) as IsolationMatrix & { experiment: string };
    expect(matrix).toMatchObject({ experiment: 'isolation', isPartial: false });
    expect(matrix.results.map(({ set, attempt, verdict }) => [attempt, set, verdict])).toEqual([
      ['read-outside', 'default', 'refused'],
      ['read-outside', 'loosened', 'allowed'],
      ['mount', 'default', 'not-expressible'],
      ['mount', 'loosened', 'not-expressible'],
    ]);
  });

  it('prints a document for docs/ with the command that made it', async () => {
    const { stdout } = await paralelo([...QUICK, '--markdown']);
    expect(stdout).toMatch(/^# Isolation/);
    expect(stdout).toContain('`paralelo bench isolation --runtimes v8');
    expect(stdout).not.toContain('/tmp/');
  });

  it.each([
    [['--set', 'tight'], 'There is no set called "tight" (--set).'],
    [['--attempts', 'fly'], 'There is no attempt called "fly".'],
    [['--nonsense'], 'Unknown option'],
  ])('says what is wrong with %j', async (flags, message) => {
    const { code, stdout } = await paralelo(['bench', 'isolation', '--json', ...flags]);
    expect(code).toBe(2);
    expect((JSON.parse(stdout) as { error: WireError }).error.message).toContain(message);
  });

  it('says how to get a runtime that is not here', async () => {
    const { code, stdout } = await paralelo([
      'bench',
      'isolation',
      '--json',
      '--runtimes',
      'lucet',
    ]);
    const { error } = JSON.parse(stdout) as { error: WireError };
    expect({ code, error: error.code }).toEqual({ code: 125, error: 'runtime-not-here' });
  });
});
