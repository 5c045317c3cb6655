/**
 * The kept order with those that went left out, and each new one where sorting would put it: right
 * behind the nearest one before it that is kept. What stands there does not move.
 */
export function keepOrder<T>(
  kept: readonly T[],
  sorted: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const now = new Map(sorted.map((item) => [keyOf(item), item]));
  const staying = new Set(kept.map(keyOf).filter((key) => now.has(key)));
  const first: T[] = [];
  const behind = new Map<string, T[]>();
  let before: string | undefined;
  for (const item of sorted) {
    const key = keyOf(item);
    if (staying.has(key)) before = key;
    else if (before === undefined) first.push(item);
    else behind.set(before, [...(behind.get(before) ?? []), item]);
  }
  const rest = kept.flatMap((item) => {
    const key = keyOf(item);
    const fresh = now.get(key);
    return fresh === undefined ? [] : [fresh, ...(behind.get(key) ?? [])];
  });
  return [...first, ...rest];
}
