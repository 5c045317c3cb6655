import type { GuestStage } from '../../../src-main/contract/index.js';
import type { FromWorker, Stream, WorkerOrder } from '../protocol.js';
import { BLOCK_BYTES, fromBase64, toBase64 } from './base64.js';
import { createShim, shimCalls, wrapped } from './imports.js';
import type { ShimOptions } from './imports.js';
import { Pace, Stopped } from './pace.js';

/** Growth is reported at most so often: a guest may grow page by page. */
const REPORT_PERIOD_MS = 10;
const MOST_MESSAGE = 4000;
const WASI_MODULE = 'wasi_snapshot_preview1';

type Report = (message: FromWorker) => void;
type Started = Parameters<ReturnType<typeof createShim>['start']>[0];

/** Runs the module to its end and reports what happens. It blocks the worker: messages still go out. */
export function runGuest(order: WorkerOrder, report: Report): void {
  const watch = new MemoryWatch(report);
  let stage: GuestStage = 'load';
  const enter = (next: GuestStage): void => report({ event: 'stage', stage: (stage = next) });
  try {
    const bytes = fromBase64(order.moduleBase64);
    enter('compile');
    const module = new WebAssembly.Module(bytes);
    enter('instantiate');
    const pace = new Pace(order.shared);
    const options: ShimOptions = { order, pace, write: writer(pace, report) };
    const shim = createShim(options);
    const calls = wrapped(
      shimCalls(shim, options),
      () => pace.check(),
      () => watch.look(),
    );
    const instance = new WebAssembly.Instance(module, {
      [WASI_MODULE]: calls,
    });
    watch.begin(instance.exports['memory'] as WebAssembly.Memory);
    enter('main');
    const code = shim.start(instance as Started);
    report({ event: 'exited', code: code >>> 0, memoryBytes: watch.bytes ?? 0 });
  } catch (thrown) {
    if (!(thrown instanceof Stopped)) report(threw(thrown, stage, watch.bytes));
  }
}

function writer(pace: Pace, report: Report): (stream: Stream, data: Uint8Array) => void {
  return (stream, data) => {
    for (let at = 0; at < data.byteLength; at += BLOCK_BYTES) {
      const base64 = toBase64(data.subarray(at, at + BLOCK_BYTES));
      pace.waitForRoom(base64);
      report({ event: 'output', stream, base64 });
    }
  };
}

function threw(thrown: unknown, stage: GuestStage, memoryBytes: number | undefined): FromWorker {
  const isError = thrown instanceof Error;
  return {
    event: 'threw',
    stage,
    error: isError ? thrown.name.slice(0, 100) : typeof thrown,
    message: (isError ? thrown.message : String(thrown)).slice(0, MOST_MESSAGE),
    ...(memoryBytes === undefined ? {} : { memoryBytes }),
  };
}

/** The size of the linear memory, told when a call of WASI finds it changed. */
class MemoryWatch {
  #memory: WebAssembly.Memory | undefined;
  #toldBytes: number | undefined;
  #toldMs = 0;

  constructor(private readonly report: Report) {}

  get bytes(): number | undefined {
    return this.#memory?.buffer.byteLength;
  }

  begin(memory: WebAssembly.Memory): void {
    this.#memory = memory;
    this.look();
  }

  look(): void {
    const { bytes } = this;
    if (bytes === undefined || bytes === this.#toldBytes) return;
    const nowMs = performance.now();
    if (this.#toldBytes !== undefined && nowMs - this.#toldMs < REPORT_PERIOD_MS) return;
    this.#toldBytes = bytes;
    this.#toldMs = nowMs;
    this.report({ event: 'memory', bytes });
  }
}
