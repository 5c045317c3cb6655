import type { Measure } from '../../../src-main/contract/index.js';

const PREFIX = 'phase-';

export interface PhaseSegment {
  id: string;
  /** `compile`. */
  name: string;
  /** `Compile`. */
  title: string;
  median: number;
  unit: string;
  /** Shares of the whole axis. */
  from: number;
  share: number;
  /** 0 to 2: neighbours differ. */
  shade: number;
}

export interface PhaseRow {
  segments: PhaseSegment[];
  /** Where the last one ends. */
  end: number;
  /** Sum of the medians, which is not the median of the sums. */
  sum: number;
}

/** The medians of the phases one behind the other, all rows on one axis; a row without phases is empty. */
export function phaseRows(contenders: readonly (readonly Measure[])[]): PhaseRow[] {
  const phases = contenders.map((measures) => measures.filter(({ id }) => id.startsWith(PREFIX)));
  const sums = phases.map((own) => own.reduce((sum, { median }) => sum + median, 0));
  const span = Math.max(...sums, Number.MIN_VALUE);
  return phases.map((own, at) => {
    let from = 0;
    const segments = own.map(({ id, title, median, unit }, nth) => {
      const segment: PhaseSegment = {
        id,
        name: id.slice(PREFIX.length),
        title,
        median,
        unit,
        from,
        share: median / span,
        shade: nth % 3,
      };
      from += segment.share;
      return segment;
    });
    return { segments, end: from, sum: sums[at] ?? 0 };
  });
}
