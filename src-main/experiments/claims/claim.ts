import type {
  ClaimEvidence,
  ClaimId,
  ClaimNeed,
  ClaimVerdict,
  ContainerProfile,
  ExperimentName,
  ExperimentResult,
  IsolationMatrix,
  ModuleWalls,
  RuntimeInfo,
} from '../../contract/index.js';

/** What a rule makes of what was seen. */
export interface Judgement {
  verdict: Exclude<ClaimVerdict, 'could-not-be-tested'>;
  why: string;
  caveat?: string;
  evidence: ClaimEvidence[];
}

/** It could not be tested here: what would have to be. */
export interface Missing {
  missing: string;
}

export type Judged = Judgement | Missing;

/** One engine's containers, and one file that the first of them wrote. */
export interface RootFiles {
  engine: string;
  isSeenInside: boolean;
  isSeenByHost: boolean;
  isSeenBySecond: boolean;
}

/** All that rules look at. Absent: there was nothing here to find it out with. */
export interface Evidence {
  /** All known, here or not. */
  runtimes: readonly RuntimeInfo[];
  /** Whether hello ran in those that are here, as the startup says; by id. */
  hello?: ReadonlyMap<string, { ran: boolean; says: string }>;
  matrix?: IsolationMatrix;
  results: Partial<Record<ExperimentName, ExperimentResult>>;
  /** Of containers with the usual walls, one for each engine. */
  containers?: readonly Pick<ContainerProfile, 'engine' | 'namespaces'>[];
  /** What the module of the twin probe says of itself. */
  probe?: ModuleWalls;
  rootFiles?: readonly RootFiles[];
}

/** One claim's rule: pure, so that the same evidence gives the same verdict. */
export interface Rule {
  id: ClaimId;
  /** What has to be gathered for it. */
  needs: readonly ClaimNeed[];
  judge: (evidence: Evidence) => Judged;
  /** What is known to be missing before anything is gathered. */
  before?: (runtimes: readonly RuntimeInfo[]) => Missing | undefined;
}

export const missing = (text: string): Missing => ({ missing: text });
