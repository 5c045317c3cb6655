import type { CallTrace } from './call-trace.js';

export type WasiFunction = (...args: (number | bigint)[]) => number;
export type WasiImports = Record<string, WasiFunction>;

/** Growth is reported at most so often: a guest may grow page by page. */
const REPORT_PERIOD_MS = 10;

/** What the host learns at the guest's calls of WASI: when the first came, and that the memory has grown. */
export class CallObserver {
  firstCallMs: number | undefined;
  private watched: WebAssembly.Memory | undefined;
  private reportedBytes = 0;
  private reportedMs = 0;

  constructor(
    private readonly nowMs: () => number,
    private readonly onMemory: (bytes: number) => void,
  ) {}

  watch(memory: WebAssembly.Memory): void {
    this.watched = memory;
    this.reportedBytes = memory.buffer.byteLength;
  }

  /** Throws for a module that calls WASI in its start function, when its memory is not known yet. */
  memory(): WebAssembly.Memory {
    if (this.watched === undefined)
      throw new Error('WASI was called before the instance was there');
    return this.watched;
  }

  before(): void {
    this.firstCallMs ??= this.nowMs();
  }

  after(): void {
    const bytes = this.watched?.buffer.byteLength;
    if (bytes === undefined || bytes === this.reportedBytes) return;
    const now = this.nowMs();
    if (now - this.reportedMs < REPORT_PERIOD_MS) return;
    this.reportedMs = now;
    this.reportedBytes = bytes;
    this.onMemory(bytes);
  }
}

/**
 * Every import behind a function of ours. It is also the cure for node:wasi's crash when a memory has
 * grown (nodejs/node#46777): V8 makes fast API calls only to functions that it can see directly.
 */
export function observed(
  imports: WasiImports,
  observer: CallObserver,
  trace?: CallTrace,
): WasiImports {
  const wrapped: WasiImports = {};
  for (const [name, plain] of Object.entries(imports)) {
    const call = trace === undefined ? plain : traced(name, plain, trace);
    wrapped[name] = (...args) => {
      observer.before();
      const result = call(...args);
      observer.after();
      return result;
    };
  }
  return wrapped;
}

/** Counted before the call: one that ends the guest does not come back. */
function traced(name: string, call: WasiFunction, trace: CallTrace): WasiFunction {
  return (...args) => {
    trace.count(name);
    return call(...args);
  };
}
