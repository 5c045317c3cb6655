import type { MemoryName, Sample } from '../../src-main/contract/index.js';

/** `x` in milliseconds from the request; `y` in the unit of its series, NaN where a reading failed. */
export interface Point {
  x: number;
  y: number;
}
export type SeriesName = MemoryName | 'cpuPercent';

const MOST_POINTS = 24_000;

/**
 * The samples of one run by column, outside any proxy: the chart reads these arrays as they are. A
 * value that was never read has no column; one that failed in between is a gap.
 */
export class SeriesStore {
  readonly #columns = new Map<SeriesName, Point[]>();
  readonly #highest = new Map<SeriesName, number>();
  #lastMs: number | undefined;
  #latest: Sample | undefined;

  get lastMs(): number | undefined {
    return this.#lastMs;
  }

  get latest(): Sample | undefined {
    return this.#latest;
  }

  add(samples: readonly Sample[]): void {
    for (const sample of samples) {
      if (this.#lastMs !== undefined && sample.tMs <= this.#lastMs) continue;
      this.#lastMs = sample.tMs;
      this.#latest = sample;
      this.#append(sample.tMs, sample);
    }
  }

  /** Empties every column in place: a chart may hold on to them. */
  clear(): void {
    for (const points of this.#columns.values()) points.length = 0;
    this.#highest.clear();
    this.#lastMs = undefined;
    this.#latest = undefined;
  }

  points(name: SeriesName): Point[] {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const column: Point[] = [];
    this.#columns.set(name, column);
    return column;
  }

  /** The highest value read so far. */
  highest(name: SeriesName): number | undefined {
    return this.#highest.get(name);
  }

  /** The last reading at or before `ms`; undefined before the first one and after the run's end. */
  at(name: SeriesName, ms: number): number | undefined {
    const points = this.#columns.get(name);
    if (points === undefined || this.#lastMs === undefined) return undefined;
    const index = lastAtOrBefore(points, ms);
    const found = points[index];
    if (found === undefined || Number.isNaN(found.y)) return undefined;
    const beyondEnd = index === points.length - 1 && ms - found.x > tolerance(points);
    return beyondEnd ? undefined : found.y;
  }

  #append(tMs: number, sample: Sample): void {
    const values: Partial<Record<SeriesName, number>> = { ...sample.memory };
    if (sample.cpuPercent !== undefined) values.cpuPercent = sample.cpuPercent;
    for (const name of Object.keys(values) as SeriesName[]) this.points(name);
    for (const [name, points] of this.#columns) {
      const y = values[name];
      if (y !== undefined) {
        points.push({ x: tMs, y });
        this.#highest.set(name, Math.max(y, this.#highest.get(name) ?? y));
      } else if (points.length > 0) {
        points.push({ x: tMs, y: Number.NaN });
      }
      if (points.length > MOST_POINTS) halve(points);
    }
  }
}

/** Every second point goes, in place, so that hours of sampling stay within memory. */
function halve(points: Point[]): void {
  let kept = 0;
  for (let at = 0; at < points.length; at += 2) {
    const point = points[at];
    if (point !== undefined) points[kept] = point;
    kept += 1;
  }
  points.length = kept;
}

/** How far past its last point a series still counts as read: two and a half of its own steps. */
function tolerance(points: readonly Point[]): number {
  const last = points[points.length - 1];
  const before = points[points.length - 2];
  return last === undefined || before === undefined ? 250 : Math.max(50, (last.x - before.x) * 2.5);
}

/** Index of the last point with `x <= ms`, or -1. */
export function lastAtOrBefore(points: readonly Point[], ms: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
