/**
 * Moves labels of `height` apart so that none covers another and all stay within [top, bottom],
 * each as near to where it belongs as that allows. Input order is kept in the answer.
 */
export function spreadLabels(
  wanted: readonly number[],
  height: number,
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const room = bottom - top;
  const step = Math.min(height, room / Math.max(1, wanted.length));
  const placed = new Array<number>(wanted.length).fill(top);
  let least = top + step / 2;
  for (const index of order) {
    const y = Math.max(wanted[index] ?? 0, least);
    placed[index] = y;
    least = y + step;
  }
  let most = bottom - step / 2;
  for (const index of [...order].reverse()) {
    const y = Math.min(placed[index] ?? 0, most);
    placed[index] = y;
    most = y - step;
  }
  return placed;
}
