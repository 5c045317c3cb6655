/** Beyond this the two clocks have parted (a VM that slept, a clock that was set): begin anew. */
const TOLERANCE_MS = 2000;

/**
 * The engine stamps each message when it reads the counters, on its own wall clock; it arrives later,
 * by a delay that varies. Only differences of its stamps are used, laid on our clock at the first
 * message, so that a rate is divided by the time between the engine's readings.
 */
export class EngineClock {
  private anchor: { engineMs: number; localMs: number } | undefined;

  /** `stamp` is RFC 3339 with up to nine decimals; without a usable one the time of arrival stands. */
  toLocalMs(stamp: string | undefined, arrivedAtMs: number): number {
    const engineMs = parseStamp(stamp);
    if (engineMs === undefined) return arrivedAtMs;
    const localMs =
      this.anchor === undefined
        ? arrivedAtMs
        : this.anchor.localMs + (engineMs - this.anchor.engineMs);
    // A message never arrives before it was read: then the first one was the late one.
    const isPlausible = localMs <= arrivedAtMs && arrivedAtMs - localMs < TOLERANCE_MS;
    const atMs = isPlausible ? localMs : arrivedAtMs;
    if (!isPlausible || this.anchor === undefined) this.anchor = { engineMs, localMs: atMs };
    return atMs;
  }
}

/** Date alone would drop the microseconds. */
function parseStamp(stamp: string | undefined): number | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(stamp ?? '');
  if (match === null) return undefined;
  const wholeMs = Date.parse(`${match[1] ?? ''}${match[3] ?? ''}`);
  return Number.isNaN(wholeMs) ? undefined : wholeMs + Number(match[2] ?? 0) * 1000;
}
