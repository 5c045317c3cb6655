import * as v from 'valibot';
import type { WireError } from './errors.js';
import type { ExperimentName } from './experiment-plan.js';
import { LANGUAGES } from './preferences.js';
import type { Language } from './preferences.js';
import type { Environment } from './run.js';

/** The paper's claims, in its order: ESTABELECENDO UM PARALELO TEÓRICO ENTRE CONTAINERS E WEBASSEMBLY. */
export const CLAIM_IDS = [
  ...['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'],
  ...['P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17', 'P18', 'P19', 'P20'],
] as const satisfies readonly `P${number}`[];
export type ClaimId = (typeof CLAIM_IDS)[number];

export type ClaimVerdict = 'holds' | 'holds-with-caveat' | 'does-not-hold' | 'could-not-be-tested';

/** The same in each language. */
export type ClaimWords = Record<Language, string>;

/** What stands behind a verdict: one thing that was seen. */
export interface ClaimEvidence {
  /** `docker:runc`, `wasmtime`: what it was seen of; absent: of all, or of the machine. */
  of?: string;
  what: string;
  value: string;
  /** Which experiment, file or probe it is from. */
  source: string;
  speaks: 'for' | 'against' | 'beside';
}

/** A claim as it stands in the paper, in our own words, and how it is tested. */
export interface ClaimInfo {
  id: ClaimId;
  /** The paper's section: `IV.B Isolation`. */
  section: string;
  claim: ClaimWords;
  /** What is run to find out. */
  test: ClaimWords;
  /** When it holds, when only with a caveat, when not. */
  rule: ClaimWords;
}

/** What a claim may need gathered: an experiment, the matrix of attempts, what isolates containers, … */
export type ClaimNeed = ExperimentName | 'matrix' | 'probe' | 'containers' | 'rootFiles';

/** One thing that was run to find out. */
export interface ClaimGathering {
  what: ClaimNeed;
  /** Of this lab's life; absent: what was run is no experiment. */
  experimentId?: string;
  /** In the history; none where nothing of it is recorded. */
  recordIds: string[];
  runtimes: { id: string; version?: string }[];
  /** Of each contender. */
  runs?: number;
  durationMs: number;
}

export interface ClaimResult {
  id: ClaimId;
  /** Computed by the rule from the evidence. */
  verdict: ClaimVerdict;
  why: string;
  /** What limits it. */
  caveat?: string;
  /** Where it could not be tested: what would have to be here. */
  missing?: string;
  evidence: ClaimEvidence[];
  /** What the evidence is from. */
  gathered: ClaimGathering[];
  /** Everything in the history that the evidence is from; of P20, what the others were judged of. */
  recordIds: string[];
  testedAtIso: string;
}

export const ClaimsStartSchema = v.strictObject({
  /** Absent: all of them. */
  ids: v.optional(
    v.pipe(v.array(v.picklist(CLAIM_IDS)), v.minLength(1), v.maxLength(CLAIM_IDS.length)),
  ),
});
export const ClaimsReportSchema = v.strictObject({ language: v.picklist(LANGUAGES) });

/** A claim, and what this lab knows of it. */
export interface ClaimView extends ClaimInfo {
  needs: ClaimNeed[];
  /** Estimated, for this claim alone; absent where nothing is run for it. */
  takesMs?: number;
  /** Known before anything is run: what is not here. */
  missing?: string;
  /** The last one of this lab's life. */
  result?: ClaimResult;
}

export interface ClaimsListing {
  claims: ClaimView[];
  /** Estimated, for all that can be tested here: what several need is run once. */
  takesMs: number;
  status: ClaimsStatus;
  environment: Environment;
}

/** How far a test of claims is; without `ids` there was none yet. */
export interface ClaimsStatus {
  isRunning: boolean;
  /** Those that are tested: of P20, all that it is judged of. */
  ids: ClaimId[];
  /** Those of them that have their verdict. */
  done: ClaimId[];
  /** What is gathered now, and for which of them. */
  current?: { what: ClaimNeed; of: ClaimId[]; done?: number; total?: number };
  /** Estimated. */
  remainingMs?: number;
  /** Stopped before its end: those that are not done keep the verdict that they had. */
  isStopped: boolean;
  /** Why it broke off. */
  problem?: WireError;
}

/** All that were asked for. */
export interface ClaimsReport {
  claims: ClaimResult[];
  environment: Environment;
  startedAtIso: string;
  durationMs: number;
  /** True when it was stopped before its end. */
  isPartial: boolean;
}
