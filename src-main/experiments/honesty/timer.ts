const LOOKS = 20_000;

/** The smallest step that the clock of all measurements was seen to take, in milliseconds. */
export function timerResolutionMs(nowMs: () => number): number {
  let smallest = Number.POSITIVE_INFINITY;
  let before = nowMs();
  for (let look = 0; look < LOOKS; look += 1) {
    const now = nowMs();
    if (now > before) smallest = Math.min(smallest, now - before);
    before = now;
  }
  return smallest;
}
