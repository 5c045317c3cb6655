import type { ExperimentName, ExperimentResult } from '../../contract/index.js';

/** A ratio of ours with its 95 % interval, and what it is of. */
export interface Ours {
  value: number;
  ci95: readonly [number, number];
  /** `docker:runc by wasmtime`. */
  of: string;
}

/** What there is of ours, or why not. */
export type Found = Ours | { missing: string };

export type Results = Partial<Record<ExperimentName, ExperimentResult>>;

export interface Published {
  what: string;
  /** As a ratio, so that another machine can be compared at all. */
  ratio: number;
  /** As it is written there. */
  words: string;
  /** Ours may be so many times more or less. Absent: as `ABOUT`. */
  factor?: number;
  ours: (results: Results) => Found;
}

/** A published set-up: adding one is an entry in published.ts. */
export interface Preset {
  id: string;
  source: string;
  theirs: string;
  /** What is run here in its place. */
  ours?: string;
  needs: readonly ExperimentName[];
  differences: readonly string[];
  figures: readonly Published[];
  /** Why nothing of it can be repeated here. */
  notComparable?: string;
}

/** Machines, versions and programs differ: less than twice as much says nothing against a figure. */
export const ABOUT = 2;
