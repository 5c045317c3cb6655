/**
 * Milliseconds on the one clock of the lab: CLOCK_MONOTONIC, shared by every process of this
 * machine. Only differences mean anything.
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
