const LEAST_LANE_PX = 276;
const GAP_PX = 10;

/** How many lanes stand beside each other: all if they fit, else rows as even as can be. */
export function laneColumns(count: number, widthPx: number): number {
  const fit = Math.max(1, Math.floor((widthPx + GAP_PX) / (LEAST_LANE_PX + GAP_PX)));
  const rows = Math.ceil(Math.max(1, count) / fit);
  return Math.ceil(Math.max(1, count) / rows);
}
