import { beforeAll, expect, test } from 'vitest';
import type { Runtime } from '../../../../src-main/runtimes/runtime.js';
import { createV8Runtime } from '../../../../src-main/runtimes/v8/index.js';
import { electronExecutable } from '../../../support/v8/executables.js';
import { LAUNCHERS } from '../../../support/paralelo.js';
import { buildHost } from '../../../support/v8/host-build.js';
import { runProbe, startProbe, untilLinear } from '../../../support/v8/run.js';

/** The desktop app hosts its guests in Electron as Node: an older Node, and V8 with its sandbox. */
const execPath = electronExecutable();
// Without an Electron the same checks run once more on Node: red for the same reasons, and listed as not covered.
let v8: Runtime;

beforeAll(async () => {
  v8 = createV8Runtime({
    launchers: LAUNCHERS,
    hostPath: await buildHost(),
    ...(execPath && { execPath }),
  });
});

test('the version is that of the executable which runs the guest', () => {
  expect(v8.info.version).toMatch(execPath === undefined ? /-node/ : /-electron/);
});

test('a guest runs, with nothing of Electron in what it prints', async () => {
  const { ending, stdout, stderr } = await runProbe(v8, ['hello']);
  expect({ ...ending, stdout, stderr }).toMatchObject({ kind: 'exited', code: 0, stderr: '' });
  expect(stdout).toBe('hello\n');
});

test('the memory limit holds', async () => {
  const limits = { memoryBytes: 2 * 1024 * 1024 };
  const { ending, stdout } = await runProbe(v8, ['grow', '1000'], { limits });
  expect(stdout).toBe('refused at 32 pages\n');
  expect(ending).toMatchObject({ kind: 'exited', code: 7 });
});

test('the linear memory is found inside the sandbox of V8', async () => {
  const { run, recorder } = await startProbe(v8, ['grow-silently', '1000']);
  const bytes = await untilLinear(recorder, (size) => size > 1000 * 65_536);
  expect((bytes ?? 1) % 65_536).toBe(0);
  recorder.latestMeter?.close();
  await run.kill();
  await run.ended;
});

test('a trap and an exit code come through', async () => {
  expect((await runProbe(v8, ['trap', 'division'])).ending).toMatchObject({ kind: 'trapped' });
  expect((await runProbe(v8, ['exit', '9'])).ending).toMatchObject({ kind: 'exited', code: 9 });
});
