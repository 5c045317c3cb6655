import { START_MARKS } from '../../../src-main/contract/index.js';
import type { Measure, PhasePart } from '../../../src-main/contract/index.js';

const PREFIX = 'phase-';

export interface PhasePartMedian extends Pick<PhasePart, 'from' | 'to'> {
  median: number;
}

export interface PhaseSegment {
  id: string;
  /** `compile`. */
  name: string;
  /** `Compile`. */
  title: string;
  median: number;
  unit: string;
  /** Medians of its parts, where it was seen in parts. */
  parts: readonly PhasePartMedian[];
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
  const parts = contenders.map(partsOf);
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
        parts: id === `${PREFIX}start` ? (parts[at] ?? []) : [],
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

/** Only containers have them, of their start. */
function partsOf(measures: readonly Measure[]): PhasePartMedian[] {
  return START_MARKS.flatMap((from) =>
    START_MARKS.flatMap((to) => {
      const measure = measures.find(({ id }) => id === `part-${from}-${to}`);
      return measure === undefined ? [] : [{ from, to, median: measure.median }];
    }),
  );
}
