import { beforeAll, expect, test } from 'vitest';
import { createV8Runtime } from '../../../../src-main/runtimes/v8/index.js';
import type { Runtime } from '../../../../src-main/runtimes/runtime.js';
import { buildHost } from '../../../support/v8/host-build.js';
import { runProbe } from '../../../support/v8/run.js';

let v8: Runtime;
beforeAll(async () => {
  v8 = createV8Runtime({ hostPath: await buildHost() });
});

test('a guest prints what it prints, with nothing of the host in it', async () => {
  const { ending, stdout, stderr } = await runProbe(v8, ['hello']);
  expect(ending).toMatchObject({ kind: 'exited', code: 0 });
  expect(stdout).toBe('hello\n');
  expect(stderr).toBe('');
});

test('growth beyond the memory limit is refused to the guest, which goes on', async () => {
  const limits = { memoryBytes: 2 * 1024 * 1024 };
  const { ending, stdout } = await runProbe(v8, ['grow', '1000'], { limits });
  expect(stdout).toBe('refused at 32 pages\n');
  expect(ending).toMatchObject({ kind: 'exited', code: 7 });
});
