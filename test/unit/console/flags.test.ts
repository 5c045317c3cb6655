import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addRunFlags, toRunRequest } from '../../../src-main/console/flags.js';
import type { RunFlags } from '../../../src-main/console/flags.js';
import type { RunRequest } from '../../../src-main/contract/index.js';

function parse(...argv: string[]): RunRequest {
  const command = addRunFlags(new Command('run').exitOverride());
  command.parse(argv, { from: 'user' });
  const workload = { kind: 'twin', ref: 'hello', args: [] } as const;
  return toRunRequest('v8', { ...workload, args: [] }, command.opts<RunFlags>());
}

describe('the flags of a run', () => {
  it('ask for the least privilege when there are none', () =>
    expect(parse()).toMatchObject({
      limits: {},
      grants: { env: {}, volumes: [], network: 'none' },
      privileges: { capAdd: [], readOnlyRoot: true, noNewPrivileges: true, seccomp: 'default' },
      periodMs: 100,
      bestEffort: false,
    }));

  it('take sizes, times and numbers as docker does', () =>
    expect(
      parse('--memory', '64m', '--cpus', '0.5', '--pids-limit', '10', '--timeout', '2s').limits,
    ).toEqual({ memoryBytes: 67_108_864, cpus: 0.5, pids: 10, timeoutMs: 2000 }));

  it('take variables and directories as docker does', () => {
    const { grants } = parse('--env', 'A=b=c', '--env', 'E=', '--volume', '/srv:/data:ro');
    expect(grants.env).toEqual({ A: 'b=c', E: '' });
    expect(grants.volumes).toEqual([{ hostPath: '/srv', guestPath: '/data', readOnly: true }]);
  });

  it('loosen the privileges one by one', () =>
    expect(
      parse(
        '--cap-add',
        'cap_net_raw',
        '--read-only',
        'false',
        '--security-opt',
        'seccomp=unconfined',
      ).privileges,
    ).toEqual({
      capAdd: ['NET_RAW'],
      readOnlyRoot: false,
      noNewPrivileges: true,
      seccomp: 'unconfined',
    }));

  it.each([
    [['--memory', 'lots'], '--memory'],
    [['--timeout', '10'], '--timeout'],
    [['--cpus', '0'], '--cpus'],
    [['--pids-limit', '1.5'], '--pids-limit'],
    [['--volume', 'nowhere'], '--volume'],
    [['--env', '=x'], '--env'],
    [['--security-opt', 'apparmor=unconfined'], '--security-opt'],
    [['--read-only', 'maybe'], '--read-only'],
  ])('refuse %j and name the flag', (argv, flag) =>
    expect(() => parse(...argv)).toThrow(
      expect.objectContaining({
        code: 'bad-request',
        message: expect.stringContaining(flag) as string,
      }),
    ),
  );
});
