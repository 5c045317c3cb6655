import * as line from './command-line/grammars.js';
import type { ReadLine } from './command-line/guest-line.js';
import { javascript, shim, spin, trigger } from './command-line/hosts.js';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

export interface KnownRuntime {
  /** Instance.runtime; `$1` stands for the first group of the executable's name, and so on. */
  id: string;
  /** For people. */
  name: string;
  /** The file name of its executable. */
  executable: RegExp;
  read: ReadLine;
  /**
   * How many bytes it reserves for a linear memory, guard included, by version (WASM-specific: 4 GiB of addresses
   * and a guard). Absent where memories are on its heap, or laid out in a way that is not known.
   */
  reservedBytes?: readonly number[];
  /** True for a program that is mostly used for other things: it counts only with a linear memory. */
  needsMemory?: boolean;
}

/** To add a runtime is to add a line; its command line is described in command-line/grammars.ts. */
export const KNOWN_RUNTIMES: readonly KnownRuntime[] = [
  // Up to version 24 the guard was 2 GiB.
  {
    id: 'wasmtime',
    name: 'Wasmtime',
    executable: /^wasmtime$/,
    read: line.wasmtime,
    reservedBytes: [4 * GIB + 32 * MIB, 6 * GIB],
  },
  {
    id: 'wasmer',
    name: 'Wasmer',
    executable: /^wasmer(-headless)?$/,
    read: line.wasmer,
    reservedBytes: [8 * GIB + 65_536],
  },
  {
    id: 'wasmedge',
    name: 'WasmEdge',
    executable: /^wasmedge$/,
    read: line.wasmedge,
    reservedBytes: [8 * GIB],
  },
  { id: 'wazero', name: 'wazero', executable: /^wazero$/, read: line.wazero },
  { id: 'wamr', name: 'WAMR', executable: /^iwasm$/, read: line.iwasm, reservedBytes: [8 * GIB] },
  { id: 'wasm3', name: 'wasm3', executable: /^wasm3$/, read: line.wasm3 },
  { id: 'wabt', name: 'WABT', executable: /^wasm-interp$/, read: line.wasmInterp },
  { id: 'lucet', name: 'Lucet', executable: /^lucet-wasi$/, read: line.lucet },
  { id: 'lunatic', name: 'Lunatic', executable: /^lunatic$/, read: line.lunatic },
  { id: 'wws', name: 'Wasm Workers Server', executable: /^wws$/, read: line.wws },
  { id: 'slight', name: 'SpiderLightning', executable: /^slight$/, read: line.slight },
  { id: 'spin', name: 'Spin', executable: /^spin$/, read: spin },
  { id: 'spin', name: 'Spin', executable: /^trigger-[a-z0-9-]+$/, read: trigger },
  {
    id: 'io.containerd.$1.$2',
    name: 'containerd shim',
    executable: /^containerd-shim-(wasmtime|wasmedge|wasmer|spin|slight|lunatic|wws)-(v[12])$/,
    read: shim,
  },
  {
    id: 'v8',
    name: 'V8',
    executable: /^node(js)?$/,
    read: javascript,
    reservedBytes: [8 * GIB],
    needsMemory: true,
  },
  {
    id: 'bun',
    name: 'Bun',
    executable: /^bun$/,
    read: javascript,
    reservedBytes: [4 * GIB + 8 * MIB],
    needsMemory: true,
  },
  {
    id: 'deno',
    name: 'Deno',
    executable: /^deno$/,
    read: javascript,
    reservedBytes: [4 * GIB],
    needsMemory: true,
  },
];
