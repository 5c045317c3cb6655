import type { RunRecord, RunRequestInput, RuntimeInfo, RuntimeKind } from '../../contract/index.js';
import type { Materials } from './materials.js';

/** What a case asks for: a run without its runtime. */
export type Asked = Omit<RunRequestInput, 'runtime'>;

/**
 * What a runtime did with a case. `refused`: it said beforehand that it cannot do it, an honest no;
 * `differs`: it did something else, `how` in one sentence.
 */
export type Verdict =
  | { result: 'pass' }
  | { result: 'refused'; how: string }
  | { result: 'differs'; how: string }
  | { result: 'not-applicable'; how: string };

export interface Ran {
  record: RunRecord;
  /** What can still be seen of the guest after its end; absent when there is nothing. */
  left?: string;
}

export interface RunOptions {
  /** The lab stops the guest as soon as it has written this to stdout. */
  stopAt?: string;
}

/** Runs one request to its end. Handed in by the lab; a failure is an outcome, never an exception. */
export type RunOne = (request: RunRequestInput, options?: RunOptions) => Promise<Ran>;

export interface Circumstances {
  runtime: RuntimeInfo;
  materials: Materials;
  /** Absent when nothing was left of the guest. */
  left?: string;
}

/** One question to a runtime. Adding one is adding an object to a list in cases/. */
export interface ConformanceCase {
  id: string;
  /** A sentence: what a runtime that conforms does. */
  title: string;
  /** Absent: every kind. */
  kind?: RuntimeKind;
  ask(materials: Materials): Asked;
  stopAt?: string;
  /** A time that an unlucky moment of a busy machine can spoil is measured again, at most so often. */
  tries?: number;
  judge(record: RunRecord, circumstances: Circumstances): Verdict;
}
