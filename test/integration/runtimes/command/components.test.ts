import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wasmtime } from '../../../../src-main/runtimes/command/engines/wasmtime.js';
import { wazero } from '../../../../src-main/runtimes/command/engines/wazero.js';
import { engineRuntimes, mode } from '../../../support/command/engines.js';
import type { FoundEngine } from '../../../support/command/engines.js';
import { rejectionOf } from '../../../support/refusal.js';
import { prepareModule, runModule } from '../../../support/v8/run.js';

const HELLO = resolve(import.meta.dirname, '../../../fixtures/components/hello.component.wasm');
let engines: (FoundEngine | undefined)[];

beforeAll(async () => {
  engines = [await engineRuntimes(wasmtime), await engineRuntimes(wazero)];
});
afterAll(() => {
  for (const found of engines) {
    if (found !== undefined) rmSync(found.cacheDir, { recursive: true, force: true });
  }
});

describe('a component', () => {
  test.each(['wasmtime', 'wasmtime:aot'])('runs in %s', async (id) => {
    if (engines[0] === undefined) return;
    const { ending, stdout, recorder } = await runModule(mode(engines[0], id), HELLO);
    expect(ending).toMatchObject({ kind: 'exited', code: 0 });
    expect(stdout).toBe('hello\n');
    expect(recorder.latestMeter).toBeDefined();
  });

  test('shows the interfaces that it imports', async () => {
    if (engines[0] === undefined) return;
    const { isolation } = await prepareModule(mode(engines[0], 'wasmtime'), HELLO);
    const imports = isolation.find(({ id }) => id === 'imports');
    expect(imports?.detail).toMatch(/wasi:cli\/stdout@0\.2\.\d+/);
  });

  test('is refused where no component runs, with what it imports and where it would run', async () => {
    if (engines[1] === undefined) return;
    const error = await rejectionOf(prepareModule(mode(engines[1], 'wazero'), HELLO));
    expect(error).toMatchObject({ code: 'is-a-component', exitCode: 126 });
    expect(error.message).toContain('wasi:cli/');
    expect(error.hint).toContain('wasmtime');
  });
});
