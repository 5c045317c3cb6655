import { wasi } from '@bjorn3/browser_wasi_shim';
import type { Pace } from './pace.js';

/** Layouts of `subscription` and `event`: WASI preview 1, typenames.witx. */
const SUBSCRIPTION_BYTES = 48;
const EVENT_BYTES = 32;
const STANDARD_STREAMS = 3;

interface Subscription {
  userdata: bigint;
  type: number;
  /** Of a clock: when, by `performance.now()`. */
  deadlineMs?: number;
  errno: number;
}

/**
 * poll_oneoff: the shim has it for one clock and spins; here any number of clocks sleep, and the
 * standard streams are always ready. Returns an errno.
 */
export function pollOneoff(
  view: DataView,
  [inPtr, outPtr, count, countPtr]: [number, number, number, number],
  pace: Pace,
): number {
  if (count === 0) return wasi.ERRNO_INVAL;
  const all = Array.from({ length: count }, (_, index) =>
    readSubscription(view, inPtr + index * SUBSCRIPTION_BYTES),
  );
  let ready = all.filter(({ deadlineMs }) => deadlineMs === undefined);
  if (ready.length === 0) {
    const firstMs = Math.min(...all.map(({ deadlineMs }) => deadlineMs ?? Infinity));
    pace.sleepUntil(firstMs);
    ready = all.filter(({ deadlineMs }) => (deadlineMs ?? Infinity) <= firstMs);
  }
  ready.forEach((each, index) => writeEvent(view, outPtr + index * EVENT_BYTES, each));
  view.setUint32(countPtr, ready.length, true);
  return wasi.ERRNO_SUCCESS;
}

function readSubscription(view: DataView, at: number): Subscription {
  const userdata = view.getBigUint64(at, true);
  const type = view.getUint8(at + 8);
  if (type !== wasi.EVENTTYPE_CLOCK) {
    const isStream = view.getUint32(at + 16, true) < STANDARD_STREAMS;
    return { userdata, type, errno: isStream ? wasi.ERRNO_SUCCESS : wasi.ERRNO_BADF };
  }
  const clock = view.getUint32(at + 16, true);
  if (clock !== wasi.CLOCKID_MONOTONIC && clock !== wasi.CLOCKID_REALTIME) {
    return { userdata, type, errno: wasi.ERRNO_INVAL };
  }
  const timeMs = Number(view.getBigUint64(at + 24, true)) / 1e6;
  const isAbsolute =
    (view.getUint16(at + 40, true) & wasi.SUBCLOCKFLAGS_SUBSCRIPTION_CLOCK_ABSTIME) !== 0;
  const nowMs = performance.now();
  const clockMs = clock === wasi.CLOCKID_MONOTONIC ? nowMs : Date.now();
  const deadlineMs = nowMs + timeMs - (isAbsolute ? clockMs : 0);
  return { userdata, type, errno: wasi.ERRNO_SUCCESS, deadlineMs };
}

function writeEvent(view: DataView, at: number, { userdata, type, errno }: Subscription): void {
  view.setBigUint64(at, userdata, true);
  view.setUint16(at + 8, errno, true);
  view.setUint8(at + 10, type);
  view.setBigUint64(at + 16, 0n, true);
  view.setUint16(at + 24, 0, true);
}
