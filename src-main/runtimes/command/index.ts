import type { RuntimeSource } from '../runtime.js';
import type { Engine } from './engine.js';
import { bun } from './engines/bun.js';
import { deno } from './engines/deno.js';
import { lucet } from './engines/lucet.js';
import { wabt } from './engines/wabt.js';
import { wamr } from './engines/wamr.js';
import { wasm3 } from './engines/wasm3.js';
import { wasmedge } from './engines/wasmedge.js';
import { wasmer } from './engines/wasmer.js';
import { wasmtime } from './engines/wasmtime.js';
import { wazero } from './engines/wazero.js';
import { createCommandSource } from './source.js';
import type { CommandSourceOptions } from './source.js';

export type { CommandSourceOptions } from './source.js';

/** Every engine that is a program of the machine, in the order in which they are shown. */
const ENGINES: readonly Engine[] = [
  wasmtime,
  wasmer,
  wasmedge,
  wazero,
  wamr,
  wasm3,
  wabt,
  bun,
  deno,
  lucet,
];

export function commandSources(options: CommandSourceOptions): RuntimeSource[] {
  return ENGINES.map((engine) => createCommandSource(engine, options));
}
