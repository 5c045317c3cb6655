import { beforeAll, expect, test, vi } from 'vitest';
import { findLinearAddress } from '../../../../src-main/runtimes/module/linear-address.js';
import type * as LinearAddress from '../../../../src-main/runtimes/module/linear-address.js';
import type { Runtime } from '../../../../src-main/runtimes/runtime.js';
import { createV8Runtime } from '../../../../src-main/runtimes/v8/index.js';
import { LAUNCHERS } from '../../../support/paralelo.js';
import { buildHost } from '../../../support/v8/host-build.js';
import { startProbe, untilLinear } from '../../../support/v8/run.js';

vi.mock(
  '../../../../src-main/runtimes/module/linear-address.js',
  async (original: () => Promise<typeof LinearAddress>) => {
    const actual = await original();
    return { ...actual, findLinearAddress: vi.fn(actual.findLinearAddress) };
  },
);

let v8: Runtime;
beforeAll(async () => {
  v8 = createV8Runtime({ launchers: LAUNCHERS, hostPath: await buildHost() });
});

test('the maps of a guest are read for a sample alone: where none is taken, its start is not disturbed', async () => {
  const { run } = await startProbe(v8, ['grow', '20', '1']);
  expect(await run.ended).toMatchObject({ kind: 'exited', code: 0 });
  expect(findLinearAddress).not.toHaveBeenCalled();
  const sampled = await startProbe(v8, ['grow', '20', '5']);
  await untilLinear(sampled.recorder, (bytes) => bytes > 0);
  expect(findLinearAddress).toHaveBeenCalled();
  await sampled.run.kill();
});
