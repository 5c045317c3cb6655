import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../src-main/runtimes/command/engine.js';
import { bun } from '../../../src-main/runtimes/command/engines/bun.js';
import { deno } from '../../../src-main/runtimes/command/engines/deno.js';
import { wabt } from '../../../src-main/runtimes/command/engines/wabt.js';
import { wamr } from '../../../src-main/runtimes/command/engines/wamr.js';
import { wasm3 } from '../../../src-main/runtimes/command/engines/wasm3.js';
import { wasmedge } from '../../../src-main/runtimes/command/engines/wasmedge.js';
import { wasmer } from '../../../src-main/runtimes/command/engines/wasmer.js';
import { wasmtime } from '../../../src-main/runtimes/command/engines/wasmtime.js';
import { wazero } from '../../../src-main/runtimes/command/engines/wazero.js';
import { engineProgram } from '../command/engines.js';
import { ROOT } from '../paralelo.js';
import { encodeModule } from '../wasm/encoder.js';

export const GROW = join(ROOT, 'resources/workloads/bin/grow.wasm');
export const PAGE = 65_536;

/** Begins with 37 pages, grows by 5, traps unless the engine says it had 37, and then never ends. */
export const PAGES = 42;
export const MOST_PAGES = 64;
const SPINNING = encodeModule({
  memories: [{ min: 37, max: MOST_PAGES }],
  exports: [
    ['memory', 'memory', 0],
    ['_start', 'function', 0],
  ],
  bodies: [[0x41, 5, 0x40, 0, 0x41, 37, 0x47, 0x04, 0x40, 0x00, 0x0b, 0x03, 0x40, 0x0c, 0, 0x0b]],
});

/** Runs the module given first with WASI, and says the size of its memory once the guest sleeps. */
const HOST = `
import { readFileSync, writeSync } from 'node:fs';
import { argv } from 'node:process';
import { WASI } from 'node:wasi';
const [path, ...args] = argv.slice(2);
const wasi = new WASI({ version: 'preview1', args: ['guest', ...args], returnOnExit: true });
const calls = Object.entries(wasi.wasiImport).map(([name, call]) => [name, (...given) => {
  if (name === 'poll_oneoff') writeSync(1, 'memory ' + instance.exports.memory.buffer.byteLength + '\\n');
  return call(...given);
}]);
const module = new WebAssembly.Module(readFileSync(path));
const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: Object.fromEntries(calls) });
wasi.start(instance);
`;

export interface GuestFiles {
  folder: string;
  spinning: string;
  host: string;
  remove(): void;
}

export function guestFiles(): GuestFiles {
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-processes-'));
  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  return {
    folder,
    spinning: put('spinning.wasm', SPINNING),
    host: put('host.mjs', HOST),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** How a user would start a module in it. */
export interface Starter {
  engine: Engine;
  command(program: string, module: string, args: string[]): string[];
  /** False where the memory lies on the engine's heap. */
  showsMemory: boolean;
}

const plain = (engine: Engine, showsMemory: boolean, ...flags: string[]): Starter => ({
  engine,
  showsMemory,
  command: (program, module, args) => [program, ...flags, module, ...args],
});

export const STARTERS: Starter[] = [
  plain(wasmtime, true, 'run'),
  {
    ...plain(wasmer, true),
    command: (program, module, args) => [program, 'run', module, '--', ...args],
  },
  plain(wasmedge, true),
  plain(wazero, false, 'run'),
  plain(wamr, true),
  plain(wasm3, false),
  plain(wabt, false, '--wasi'),
];

export const HOSTS = [
  { id: 'v8', program: () => process.execPath, flags: [] },
  { id: 'bun', program: () => engineProgram(bun), flags: [] },
  { id: 'deno', program: () => engineProgram(deno), flags: ['run', '--allow-read'] },
];
