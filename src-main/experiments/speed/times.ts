import { median } from '../statistics/index.js';
import type { Kernel } from './kernels.js';

/** One run of one kernel. */
export interface KernelTimes {
  /** Of the first time, which a compiler may not be done with. */
  firstMs: number;
  /** The median of the times after it. */
  steadyMs: number;
  /** The whole run, from the request to its end. */
  runMs: number;
  /** Spent in the lab, outside the run. */
  overheadMs: number;
}

/** How a failure says it. */
export const OTHER_CHECKSUM = 'came to the checksum';
const NS_PER_MS = 1e6;
const LINE = /^([0-9a-f]{16}) (\d+)$/;

/** Of what the twin printed, a line for each time. Throws an Error for another checksum, or for fewer than two times. */
export function timesOf(
  stdout: string,
  { name, checksum }: Kernel,
): { firstMs: number; steadyMs: number } {
  const lines = stdout.split('\n').filter((line) => line !== '');
  const ms = lines.map((line) => {
    const [, seen, ns] = LINE.exec(line) ?? [];
    if (seen === undefined)
      throw new Error(`It printed something else than times: ${line.slice(0, 80)}`);
    if (seen !== checksum) {
      throw new Error(
        `Its ${name} ${OTHER_CHECKSUM} ${seen}, not to ${checksum} as everywhere else.`,
      );
    }
    return Number(ns) / NS_PER_MS;
  });
  const [firstMs, ...rest] = ms;
  if (firstMs === undefined || rest.length === 0) {
    throw new Error(`It computed ${name} ${ms.length === 0 ? 'not once' : 'only once'}.`);
  }
  return { firstMs, steadyMs: median(rest) };
}
