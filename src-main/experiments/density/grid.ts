/** Up to here a reading after each costs less than the starts. */
const EACH = 32;

/** At which counts of instances the memory of all is read: each of few, then twice a doubling, and the last. */
export function gridOf(instances: number): ReadonlySet<number> {
  const grid = new Set<number>();
  for (let count = 1; count <= Math.min(EACH, instances); count += 1) grid.add(count);
  for (let power = EACH; power < instances; power *= 2) {
    grid.add(power);
    if (1.5 * power < instances) grid.add(1.5 * power);
  }
  return grid.add(instances);
}
