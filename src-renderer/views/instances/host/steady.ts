import type { HostSample } from '../../../../src-main/contract/index.js';

/** A reading that fails once leaves its place to the one before, for so many samples. */
const PATIENCE = 5;

/**
 * The newest sample of the host, in which what is missing for a moment stays as it was: nothing in
 * the strip comes and goes with a single failed reading.
 */
export function steady(
  before: HostSample | undefined,
  now: HostSample | undefined,
  missed: Map<string, number>,
): HostSample | undefined {
  if (before === undefined || now === undefined) return now;
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(before)) {
    if (name in now) missed.delete(name);
    else if ((missed.get(name) ?? 0) < PATIENCE) {
      missed.set(name, (missed.get(name) ?? 0) + 1);
      kept.push([name, value]);
    }
  }
  return kept.length === 0 ? now : { ...(Object.fromEntries(kept) as object), ...now };
}
