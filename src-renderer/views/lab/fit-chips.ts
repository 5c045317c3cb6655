const CHAR_PX = 6.1;
/** Padding, border, dot and the gap to the next. */
const CHIP_PX = 32;
const MORE_PX = 44;

/**
 * How many chips fit in `rows` rows of `widthPx` with a `+N` behind them; all, when all fit. By
 * estimate and a little generous, so that nothing has to be laid out twice.
 */
export function fitChips(labels: readonly string[], widthPx: number, rows: number): number {
  const all = packed(labels, widthPx, rows, 0);
  return all === labels.length ? all : packed(labels, widthPx, rows, MORE_PX);
}

function packed(
  labels: readonly string[],
  widthPx: number,
  rows: number,
  reservedPx: number,
): number {
  let row = 1;
  let usedPx = 0;
  for (const [at, label] of labels.entries()) {
    const chipPx = Math.min(widthPx, label.length * CHAR_PX + CHIP_PX);
    const roomPx = row === rows ? widthPx - reservedPx : widthPx;
    if (usedPx > 0 && usedPx + chipPx > roomPx) {
      if (row === rows) return at;
      row += 1;
      usedPx = 0;
    }
    usedPx += chipPx;
  }
  return labels.length;
}
