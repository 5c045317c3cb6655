import { describe, expect, it } from 'vitest';
import { toEnding } from '../../../../src-main/runtimes/docker/run/ending.js';
import { neverBegan } from '../../../../src-main/runtimes/docker/run/never-began.js';

describe('the end of a container', () => {
  it.each([
    [0, false, 'exited', undefined],
    [42, false, 'exited', undefined],
    [128, false, 'exited', undefined],
    [255, false, 'exited', undefined],
    [137, false, 'signalled', 'SIGKILL'],
    [143, false, 'signalled', 'SIGTERM'],
    [137, true, 'oom-killed', 'SIGKILL'],
  ])('with code %i and a kill for memory %s is %s', (code, oom, kind, signal) => {
    const ending = toEnding(code, oom, 5);
    expect(ending).toMatchObject({ kind, code, atMs: 5 });
    expect(ending.signal).toBe(signal);
  });

  it('of which only a child was killed for memory is its own exit', () => {
    expect(toEnding(3, true, 0)).toMatchObject({ kind: 'exited', code: 3 });
  });
});

describe('a program that never began', () => {
  it.each([
    ['exec /hello: exec format error\n', 'wrong-architecture'],
    [
      'standard_init_linux.go:228: exec user process caused: exec format error\n',
      'wrong-architecture',
    ],
    ['exec /s: no such file or directory\n', 'command-not-found'],
    ['exec /s: permission denied', 'not-executable'],
    [
      '{"msg":"exec container process `/hello`: Exec format error","level":"error","time":"2026-11-25T21:32:39.632017Z"}\n',
      'wrong-architecture',
    ],
    ['exec container process `/s`: No such file or directory\n', 'command-not-found'],
  ])('is known by what runc or crun says: %j', (stderr, errorCode) => {
    expect(neverBegan(1, { stdout: '', stderr }, 0)).toMatchObject({
      kind: 'failed-to-start',
      errorCode,
    });
  });

  it.each([
    [2, { stdout: '', stderr: 'exec /x: exec format error\n' }],
    [1, { stdout: 'x', stderr: 'exec /x: exec format error\n' }],
    [1, { stdout: '', stderr: 'sh: exec /x: exec format error\n' }],
    [1, { stdout: '', stderr: 'exec /x: exec format error\nand more\n' }],
    [1, undefined],
  ])('is not one that exits with %i after writing %j', (code, output) => {
    expect(neverBegan(code, output, 0)).toBeUndefined();
  });
});
