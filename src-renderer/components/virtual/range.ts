/** Rows beyond the edge, so that a turn of the wheel shows no gap. */
const BEYOND = 4;

export interface Range {
  first: number;
  /** Behind the last one. */
  end: number;
}

/** Which of `count` rows of equal height are to be in the page. `topPx` is how far the body is scrolled. */
export function visibleRange(topPx: number, heightPx: number, rowPx: number, count: number): Range {
  const first = Math.max(0, Math.floor(topPx / rowPx) - BEYOND);
  const end = Math.min(count, Math.ceil((topPx + heightPx) / rowPx) + BEYOND);
  return { first: Math.min(first, Math.max(0, end - 1)), end };
}

/** Where to scroll so that a row is seen whole; as it is when it is. */
export function topToShow(index: number, topPx: number, heightPx: number, rowPx: number): number {
  const rowTop = index * rowPx;
  if (rowTop < topPx) return rowTop;
  return Math.max(topPx, rowTop + rowPx - heightPx);
}

/**
 * How many rows came (or, negative, went) above the first visible one: by so much the body has to be
 * scrolled for it to stay where it is. Of rows that went, the next one below stands in.
 */
export function shiftOf(
  before: readonly string[],
  after: readonly string[],
  firstVisible: number,
): number {
  const places = new Map(after.map((key, index) => [key, index]));
  for (let index = firstVisible; index < before.length; index += 1) {
    const now = places.get(before[index] ?? '');
    if (now !== undefined) return now - firstVisible;
  }
  return 0;
}
