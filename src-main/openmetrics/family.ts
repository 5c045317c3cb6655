export interface Point {
  /** Absent values are absent labels: an empty one would mean the same to a reader. */
  labels: Readonly<Record<string, string | undefined>>;
  value: number;
  /** When it was, since 1970; absent where it is now. */
  atMs?: number;
}

/** One metric with all its points. */
export interface Family {
  /** Without `_total`, which a counter's points get. With a unit it ends with it. */
  name: string;
  type: 'gauge' | 'counter' | 'info';
  unit?: 'bytes' | 'seconds' | 'ratio';
  help: string;
  points: Point[];
}
