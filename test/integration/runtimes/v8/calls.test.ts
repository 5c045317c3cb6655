import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Runtime } from '../../../../src-main/runtimes/runtime.js';
import { createV8Runtime } from '../../../../src-main/runtimes/v8/index.js';
import { Recorder } from '../../../support/v8/recorder.js';
import { LAUNCHERS } from '../../../support/paralelo.js';
import { buildHost } from '../../../support/v8/host-build.js';
import { prepareModule, runProbe } from '../../../support/v8/run.js';
import { encodeModule } from '../../../support/wasm/encoder.js';

const WASI = 'wasi_snapshot_preview1';
const CALL_YIELD = [0x10, 0];
const TRAP = [0x00];
const FOR_EVER = [0x03, 0x40, 0x0c, 0, 0x0b];

let v8: Runtime;
let folder: string;

beforeAll(async () => {
  v8 = createV8Runtime({ launchers: LAUNCHERS, hostPath: await buildHost() });
  folder = mkdtempSync(join(tmpdir(), 'paralelo-calls-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Yields five times, has another import that it never calls, then ends in its own way. */
function yieldsThen(last: number[]): string {
  const path = join(folder, `${last.length}.wasm`);
  const bytes = encodeModule({
    imports: [
      [WASI, 'sched_yield', 'function'],
      [WASI, 'random_get', 'function'],
    ],
    memories: [{ min: 1 }],
    exports: [
      ['memory', 'memory', 0],
      ['_start', 'function', 2],
    ],
    bodies: [[...Array.from({ length: 5 }, () => CALL_YIELD).flat(), ...last]],
  });
  writeFileSync(path, bytes);
  return path;
}

async function start(path: string, options = {}) {
  const recorder = new Recorder();
  const run = await (await prepareModule(v8, path, [], options)).launch(recorder);
  return { run, recorder };
}

const FIVE = { [`${WASI}.sched_yield`]: 5, [`${WASI}.random_get`]: 0 };

describe('the calls of imports', () => {
  test('are counted where a run asks for it, and those that were never called are 0', async () => {
    const { run, recorder } = await start(yieldsThen([]), { traceCalls: true });
    expect(await run.ended).toMatchObject({ kind: 'exited', code: 0 });
    expect(recorder.calls).toEqual(FIVE);
  });

  test('are told of a guest that traps', async () => {
    const { run, recorder } = await start(yieldsThen(TRAP), { traceCalls: true });
    expect((await run.ended).kind).toBe('trapped');
    expect(recorder.calls).toEqual(FIVE);
  });

  test('are told of a guest that is killed: each that it used, and counts up to a moment before', async () => {
    const { run, recorder } = await start(yieldsThen(FOR_EVER), { traceCalls: true });
    await recorder.until(() => recorder.calls?.[`${WASI}.sched_yield`] !== 0);
    await run.kill();
    expect((await run.ended).kind).toBe('signalled');
    expect(recorder.calls?.[`${WASI}.sched_yield`]).toBeGreaterThan(0);
    expect(recorder.calls?.[`${WASI}.random_get`]).toBe(0);
  });

  test('are not counted unless a run asks for it', async () => {
    const { run, recorder } = await start(yieldsThen([]));
    await run.ended;
    expect(recorder.calls).toBeUndefined();
  });

  test('of a real program are those that it makes; the one that ends it counts', async () => {
    const { recorder } = await runProbe(v8, ['hello'], { traceCalls: true });
    expect(recorder.calls?.[`${WASI}.fd_write`]).toBe(1);
    expect(recorder.calls?.[`${WASI}.path_open`]).toBe(0);
    const exit = await runProbe(v8, ['exit', '3'], { traceCalls: true });
    expect(exit.ending).toMatchObject({ kind: 'exited', code: 3 });
    expect(exit.recorder.calls?.[`${WASI}.proc_exit`]).toBe(1);
  });
});
