import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSteps } from '../../../scripts/lib/plan.mjs';
import { Stop } from '../../../scripts/lib/say.mjs';
import type { installRuntime } from '../../../scripts/lib/runtimes/install.mjs';
import { Interrupted, runTool } from '../../../scripts/lib/runtimes/run-tool.mjs';
import { RUNTIMES } from '../../../scripts/lib/runtimes/table.mjs';
import { ciCanHave } from '../../../scripts/lib/uncovered.mjs';
import { prepareWasmRuntimes } from '../../../scripts/lib/wasm-runtimes.mjs';

const ABSENT = ['wamr', 'wasm3', 'wabt', 'lucet'];
const NO_BUILDS = { buildsRuntimes: false };

let home = '';
let env: NodeJS.ProcessEnv = {};
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'paralelo-machine-'));
  env = { XDG_CACHE_HOME: home, HOME: home, PATH: '' };
  for (const { name, program: file } of RUNTIMES) {
    if (!ABSENT.includes(name)) program(join(home, 'paralelo/runtimes', name, 'bin'), file);
  }
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(home, { recursive: true });
});

function program(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), '', { mode: 0o755 });
}

function without(...names: string[]): void {
  for (const name of names) rmSync(join(home, 'paralelo/runtimes', name), { recursive: true });
}

function withCargo(): void {
  program(join(home, '.cargo/bin'), 'cargo');
}

describe('the Wasm runtimes of the test machine', () => {
  it('are said to be there, and each that is not is listed', async () => {
    const { found, missing = [], later } = await prepareWasmRuntimes({ ...NO_BUILDS, env });
    expect(found).toBe('bun, deno, wazero, wasmedge, wasmtime, wasmer');
    expect(missing.map(({ name }) => name)).toEqual(ABSENT.map((name) => `Wasm runtime ${name}`));
    expect(later).toBeUndefined();
  });

  it('that are absent are listed with the command to get them, and never a fault of CI', async () => {
    without('wasmtime');
    withCargo();
    const { missing = [] } = await prepareWasmRuntimes({ ...NO_BUILDS, env });
    expect(missing.find(({ name }) => name.endsWith('wasmtime'))?.reason).toContain(
      'npm run runtimes -- install wasmtime',
    );
    expect(missing.filter(ciCanHave)).toEqual([]);
  });

  it('are only listed when the tool to build them is not there', async () => {
    without('wasmtime');
    const { missing = [], later } = await prepareWasmRuntimes({ buildsRuntimes: true, env });
    expect(missing.map(({ name }) => name)).toContain('Wasm runtime wasmtime');
    expect(later).toBeUndefined();
  });

  it('are built in the background, bounded, and those that fail are named later', async () => {
    without('wasmtime', 'wasmer');
    withCargo();
    const install = vi.fn<typeof installRuntime>((runtime) =>
      runtime.name === 'wasmer'
        ? Promise.reject(new Stop('a\nb\nc\ncargo install ended with 101.', 'update Rust.'))
        : Promise.resolve(''),
    );
    const machine = await prepareWasmRuntimes({ buildsRuntimes: true, env, install });
    expect(machine.found).toContain('being installed: wasmtime, wasmer');
    expect(machine.missing).toHaveLength(ABSENT.length);
    expect(await machine.later).toEqual([
      {
        name: 'Wasm runtime wasmer',
        reason:
          'could not be installed: b | c | cargo install ended with 101. What to do: update Rust.',
      },
    ]);
    expect(install.mock.calls[0]?.[1]).toMatchObject({ isBackground: true });
  });

  it('are bounded all together, however many they are', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    without('wasmtime', 'wasmer');
    withCargo();
    const ends: (number | undefined)[] = [];
    const install: typeof installRuntime = (_runtime, { endsAt }) => {
      ends.push(endsAt);
      vi.advanceTimersByTime(60_000);
      return Promise.resolve('');
    };
    await (
      await prepareWasmRuntimes({ buildsRuntimes: true, env, install })
    ).later;
    const [first] = ends;
    expect(first).toBeGreaterThan(Date.now());
    expect(ends).toEqual([first, first]);
  });

  it('do not end the tests when something unforeseen goes wrong', async () => {
    without('wasmtime');
    withCargo();
    const install = () => Promise.reject(new Error('ENOSPC'));
    const { later } = await prepareWasmRuntimes({ buildsRuntimes: true, env, install });
    expect(await later).toMatchObject([{ name: 'Wasm runtime wasmtime' }]);
  });
});

describe('a tool of an install', () => {
  it('that works for too long is ended', async () => {
    const endless = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
    await expect(runTool(endless, { env: process.env, endsAt: Date.now() })).rejects.toThrow(
      'took too long',
    );
  });

  it('that fails is told by its last lines', async () => {
    const failing = [process.execPath, '-e', 'console.log("why"); process.exit(3)'];
    await expect(runTool(failing, { env: process.env })).rejects.toThrow(/why\nnode ended with 3/);
  });

  it('that is ended from outside keeps the next one from being begun', async () => {
    const killed = [process.execPath, '-e', 'process.kill(process.pid, "SIGTERM")'];
    await expect(runTool(killed, { env: process.env })).rejects.toThrow(Interrupted);
  });
});

describe('a step', () => {
  it('that needs what is still being made waits for it, and knows then what is missing', async () => {
    const missing = { name: 'engines', reason: 'not built' };
    const machine = {
      env: {},
      uncovered: [],
      coming: new Map([['engines', Promise.resolve([missing])]]),
    };
    const step = { name: 'integration', needs: ['engines'], command: () => ['false'] };
    const results = await runSteps([step], machine);
    expect(results).toMatchObject([{ failed: 0, why: 'no engines' }]);
    expect(machine.uncovered).toEqual([missing]);
    expect(machine.coming.size).toBe(0);
  });
});
