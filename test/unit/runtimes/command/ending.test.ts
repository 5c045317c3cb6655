import { describe, expect, test } from 'vitest';
import { describeEnding } from '../../../../src-main/runtimes/command/ending.js';
import type { Engine } from '../../../../src-main/runtimes/command/engine.js';
import { bun } from '../../../../src-main/runtimes/command/engines/bun.js';
import { wamr } from '../../../../src-main/runtimes/command/engines/wamr.js';
import { wasmedge } from '../../../../src-main/runtimes/command/engines/wasmedge.js';
import { wasmtime } from '../../../../src-main/runtimes/command/engines/wasmtime.js';
import { wazero } from '../../../../src-main/runtimes/command/engines/wazero.js';

/** As the engines wrote it (wasmtime 48.0.8, wazero 1.12.0, WasmEdge 0.14.1, Bun 1.4.5), or as documented (WAMR 2.4). */
const WASMTIME = (cause: string): string =>
  `Error: failed to run main module \`probe.wasm\`\n\nCaused by:\n    0: failed to invoke command default\n    1: error while executing at wasm backtrace:\n    0:    0x9ed - <unknown>!<wasm function 27>\n    2: ${cause}\n`;
const WAZERO = (cause: string): string =>
  `error instantiating wasm binary: module[] function[_start] failed: ${cause}\nwasm stack trace:\n\t.$35(i32) i32\n`;
const WASMEDGE = (first: string): string =>
  `[2026-11-25 04:15:51.595] [error] ${first}\n[2026-11-25 04:15:51.596] [error]     In instruction: unreachable (0x00) , Bytecode offset: 0x00001b48\n[2026-11-25 04:15:51.596] [error]     When executing function name: "_start"\n`;

function end(engine: Engine, code: number | null, stderr: string, stdout = '') {
  const signal = code === null ? 'SIGSEGV' : null;
  return describeEnding(engine, { code, signal, atMs: 5 }, { stdout, stderr });
}

describe('how a guest ended', () => {
  test.each([
    [wasmtime, 134, WASMTIME('wasm trap: wasm `unreachable` instruction executed'), 'trapped'],
    [wasmtime, 134, WASMTIME('wasm trap: interrupt'), 'timed-out'],
    [wasmtime, 134, WASMTIME('wasm trap: all fuel consumed by WebAssembly'), 'fuel-exhausted'],
    [wazero, 1, WAZERO('wasm error: integer divide by zero'), 'trapped'],
    [wazero, 1, WAZERO('stack overflow'), 'trapped'],
    [
      wazero,
      255,
      'error: module closed with context deadline exceeded (timeout 300ms)\n',
      'timed-out',
    ],
    [wamr, 1, 'Exception: out of bounds memory access\n', 'trapped'],
    [wamr, 1, 'Exception: terminated by user\n', 'timed-out'],
    [
      bun,
      134,
      '\nparalelo-host: run: RuntimeError: Out of bounds memory access (evaluating "instance")\n',
      'trapped',
    ],
    [
      bun,
      134,
      '\nparalelo-host: instantiate: LinkError: import env:fork must be a function\n',
      'failed-to-start',
    ],
  ])('%# is read from the code and the last words of the engine', (engine, code, words, kind) => {
    expect(end(engine, code, words)).toMatchObject({ kind, atMs: 5 });
  });

  test('is read from stdout where an engine writes its messages there', () => {
    const said = WASMEDGE('execution failed: unreachable, Code: 0x40a');
    const ending = end(wasmedge, 134, '', `before\n${said}`);
    expect(ending).toMatchObject({ kind: 'trapped' });
    expect(ending.reason).toContain('"unreachable"');
    expect(end(wasmedge, 134, '', WASMEDGE('Cost exceeded limit. Force terminate.')).kind).toBe(
      'fuel-exhausted',
    );
  });

  test('is the guest’s own exit when the engine says nothing', () => {
    expect(end(wasmtime, 42, 'some words of the guest\n')).toMatchObject({
      kind: 'exited',
      code: 42,
    });
    expect(end(wazero, 1, 'unreachable\n')).toMatchObject({ kind: 'exited', code: 1 });
    expect(end(wasmtime, 0, WASMTIME('wasm trap: interrupt'))).toMatchObject({ kind: 'exited' });
  });

  test('is told by the engine’s last message, not by what the guest wrote before it', () => {
    const guest = WASMTIME('wasm trap: all fuel consumed by WebAssembly');
    const ending = end(wasmtime, 134, `${guest}${WASMTIME('wasm trap: integer divide by zero')}`);
    expect(ending).toMatchObject({ kind: 'trapped' });
  });

  test('says so when a guest could have ended just like that by itself', () => {
    expect(end(wazero, 1, WAZERO('wasm error: unreachable')).reason).toContain(
      'would look the same',
    );
    // Wasmtime lets no guest exit with more than 125.
    expect(end(wasmtime, 134, WASMTIME('wasm trap: interrupt')).reason).not.toContain(
      'look the same',
    );
  });

  test('keeps a code that the engine does not pass on apart from the one it ended with', () => {
    const ending = end(wasmtime, 1, WASMTIME('exit with invalid exit status outside of [0..126)'));
    expect(ending).toMatchObject({ kind: 'exited', code: 1 });
    expect(ending.reason).toContain('above 125');
  });

  test('by a signal is no exit of the guest', () => {
    expect(end(wasmtime, null, '')).toMatchObject({ kind: 'signalled', signal: 'SIGSEGV' });
  });
});
