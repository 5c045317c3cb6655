import type { ExperimentName } from './experiment-plan.js';
import type { Environment } from './run.js';

/**
 * `agrees`: ours lies within the factor that the preset allows; `deviates`: it does not; `not-comparable`: what they
 * measured cannot be measured here, or was something else.
 */
export type PresetVerdict = 'agrees' | 'deviates' | 'not-comparable';

/** One figure as it was published, beside ours. */
export interface PresetFigure {
  /** `cold start, container by Wasm`. */
  what: string;
  theirs: string;
  /** Absent where there is nothing to compare. */
  ours?: string;
  verdict: PresetVerdict;
  why: string;
}

/** A published set-up, and what came of repeating it here. */
export interface PresetResult {
  id: string;
  source: string;
  /** Their machine and method. */
  theirs: string;
  /** What was run here in its place; absent where nothing was. */
  ours?: string;
  /** Where ours is not theirs: what to think of before the verdict. */
  differences: string[];
  figures: PresetFigure[];
  verdict: PresetVerdict;
}

export interface PresetsReport {
  presets: PresetResult[];
  /** The experiments whose results they share. */
  experiments: ExperimentName[];
  environment: Environment;
  startedAtIso: string;
  durationMs: number;
}
