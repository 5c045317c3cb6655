import * as v from 'valibot';
import type { EnvironmentChange, TrendMeasure } from './trend.js';

/** As many results as one can tell apart. */
export const MOST_SIDE_BY_SIDE = 8;
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

export const SideBySideSchema = v.strictObject({
  /** Of experiments of one kind; the first is what the others are held against. */
  ids: v.pipe(v.array(id), v.minLength(2), v.maxLength(MOST_SIDE_BY_SIDE)),
  /** By which; absent: the one that contenders are compared by. */
  measure: v.optional(id),
});

/** A contender of one result against the same one of the first: the ratio of their medians. */
export interface ResultRatio {
  /** The experiment. */
  id: string;
  runtime: string;
  value: number;
  ci95: [number, number];
  /** Whether the interval leaves out 1. */
  differs: boolean;
}

export interface SideBySide {
  /** Of all results together. */
  measures: TrendMeasure[];
  measure: string;
  ratios: ResultRatio[];
  /** One for each result but the first: what is otherwise than there. */
  others: {
    id: string;
    /** Whether its plan asked the same of the guests. */
    asksTheSame: boolean;
    changes: EnvironmentChange[];
  }[];
}
