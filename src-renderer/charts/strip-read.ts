import { t } from '../i18n/index.js';
import { STRIP_ROW_PX, stripRowBox } from './strip-draw.js';
import type { StripPicture, StripRow } from './strip-draw.js';
import { stripPlaces } from './strip.js';
import type { Read } from './reading.js';
import type { ValueScale } from './value-scale.js';

/** A dot further off than this is not meant. */
const REACH_PX = 14;

/** The run whose dot is next to the pointer. */
export function readStrips(
  rows: readonly StripRow[],
  scale: ValueScale | undefined,
  { left }: StripPicture,
  text: (value: number) => string,
): Read {
  return ({ x, y }, size) => {
    const at = Math.floor(y / STRIP_ROW_PX);
    const row = rows[at];
    if (row === undefined || scale === undefined) return undefined;
    const { xs, ys } = stripPlaces(row.values, scale, stripRowBox(at, left(), size));
    let best = -1;
    let bestPx = REACH_PX;
    for (let nth = 0; nth < xs.length; nth += 1) {
      const px = Math.hypot((xs[nth] ?? Number.NaN) - x, (ys[nth] ?? 0) - y);
      if (px < bestPx) [best, bestPx] = [nth, px];
    }
    const value = row.values[best];
    if (value === undefined) return undefined;
    const number = best + 1;
    return {
      ...{ x: xs[best] ?? 0, y: ys[best] ?? 0 },
      title: row.outliers.includes(best)
        ? t('Run {{number}}, outlier', { number })
        : t('Run {{number}}', { number }),
      lines: [{ label: row.label, color: row.color, text: text(value) }],
    };
  };
}
