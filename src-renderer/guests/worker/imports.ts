import { WASI, WASIProcExit, wasi as names } from '@bjorn3/browser_wasi_shim';
import type { WorkerOrder } from '../protocol.js';
import { fromBase64 } from './base64.js';
import { Stopped } from './pace.js';
import type { Pace } from './pace.js';
import { pollOneoff } from './poll.js';
import { InputStream, OutputStream } from './streams.js';

type Call = (...args: never[]) => unknown;
export type Calls = Record<string, Call>;

export interface ShimOptions {
  order: WorkerOrder;
  pace: Pace;
  write: (stream: 'stdout' | 'stderr', data: Uint8Array) => void;
}

/** The shim with its three streams and nothing else. */
export function createShim({ order, write }: ShimOptions): WASI {
  const env = Object.entries(order.env).map(([name, value]) => `${name}=${value}`);
  const stdin = new InputStream(fromBase64(order.stdinBase64 ?? ''));
  const stdout = new OutputStream((data) => write('stdout', data));
  const stderr = new OutputStream((data) => write('stderr', data));
  return new WASI(order.args, env, [stdin, stdout, stderr], { debug: false });
}

/** The shim's calls, with our own where its are not enough. */
export function shimCalls(shim: WASI, { order, pace }: ShimOptions): Calls {
  const view = (): DataView => new DataView(shim.inst.exports.memory.buffer);
  return {
    ...shim.wasiImport,
    // The shim counts UTF-16 units here, and then writes UTF-8.
    args_sizes_get: (countPtr: number, bytesPtr: number) => {
      const encoder = new TextEncoder();
      const lengths = order.args.map((each) => encoder.encode(each).byteLength + 1);
      view().setUint32(countPtr, lengths.length, true);
      view().setUint32(
        bytesPtr,
        lengths.reduce((sum, each) => sum + each, 0),
        true,
      );
      return names.ERRNO_SUCCESS;
    },
    poll_oneoff: (...args: [number, number, number, number]) => pollOneoff(view(), args, pace),
  };
}

/** Every call behind a function of ours: `before` may end the guest, `after` sees what has changed. */
export function wrapped(calls: Calls, before: () => void, after: () => void): Calls {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      (...args: never[]) => {
        before();
        try {
          return call(...args);
        } catch (thrown) {
          return errnoOf(thrown);
        } finally {
          after();
        }
      },
    ]),
  );
}

/** The shim throws where WASI has an error number; what must end the guest goes on. */
function errnoOf(thrown: unknown): number {
  if (thrown instanceof WASIProcExit || thrown instanceof Stopped) throw thrown;
  // A string: a call that the shim does not have (sockets, signals).
  if (typeof thrown === 'string') return names.ERRNO_NOTSUP;
  // A pointer that leads out of the memory.
  if (thrown instanceof RangeError && !/call stack/i.test(thrown.message)) return names.ERRNO_FAULT;
  throw thrown;
}
