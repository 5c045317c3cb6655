// Runs a WASI preview 1 command under plain node: node wasi-child.mjs FILE [ARG…]
// Each import is wrapped in a function, which keeps node:wasi from crashing when memory grows
// (nodejs/node#46777).
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { WASI } from 'node:wasi';

const [file, ...args] = process.argv.slice(2);
const wasi = new WASI({ version: 'preview1', args: [basename(file), ...args], returnOnExit: true });
const calls = Object.entries(wasi.getImportObject().wasi_snapshot_preview1);
const imports = Object.fromEntries(
  calls.map(([name, call]) => [name, (...values) => call(...values)]),
);
const { instance } = await WebAssembly.instantiate(readFileSync(file), {
  wasi_snapshot_preview1: imports,
});
process.exitCode = wasi.start(instance);
