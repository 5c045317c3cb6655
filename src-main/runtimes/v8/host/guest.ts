import { WASI } from 'node:wasi';
import type { CallTrace } from './call-trace.js';
import { CallObserver, observed } from './imports.js';
import type { WasiImports } from './imports.js';
import type { HostRequest } from './protocol.js';
import { guardReadOnly, readOnlyDescriptors } from './read-only.js';

export interface Guest {
  /** Runs `_start` to its end; the exit code has 32 bits. Throws what V8 throws at a trap. */
  run(): number;
  memoryBytes(): number;
  /** When the guest first called WASI, if it did. */
  firstCallMs(): number | undefined;
}

/** One instance of a compiled module with its own WASI. Throws what node:wasi and V8 throw. */
export function instantiate(
  module: WebAssembly.Module,
  request: HostRequest,
  nowMs: () => number,
  onMemory: (bytes: number) => void,
  trace?: CallTrace,
): Guest {
  const wasi = new WASI({
    version: 'preview1',
    args: request.args,
    env: request.env,
    preopens: request.preopens,
    returnOnExit: true,
  });
  const observer = new CallObserver(nowMs, onMemory);
  const instance = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: observed(grantedCalls(wasi, request, observer), observer, trace),
  });
  observer.watch(instance.exports['memory'] as WebAssembly.Memory);
  return {
    run: () => wasi.start(instance),
    memoryBytes: () => observer.memory().buffer.byteLength,
    firstCallMs: () => observer.firstCallMs,
  };
}

function grantedCalls(wasi: WASI, request: HostRequest, observer: CallObserver): WasiImports {
  const calls = wasi.wasiImport as WasiImports;
  const readOnlyFds = readOnlyDescriptors(request.preopens, request.readOnly);
  return readOnlyFds.size === 0
    ? calls
    : guardReadOnly(calls, readOnlyFds, () => observer.memory());
}
