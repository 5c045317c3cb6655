import type { AttemptResult, Refuser, RunRecord, RuntimeKind } from '../../contract/index.js';
import { CANARY_WORD, attemptInfo } from './attempts.js';
import { containerRefusers } from './container-refusers.js';
import { enders } from './endings.js';
import { moduleRefusers } from './module-refusers.js';
import { sentence } from './sentence.js';
import { readWords } from './words.js';
import type { ProbeWords, Word } from './words.js';

/** Of a run of the probe, all that its meaning is read from. */
export type ProbeRun = Pick<RunRecord, 'stdout' | 'outcome' | 'enforcedBy' | 'phases'>;

export type Meaning = Omit<AttemptResult, 'runtime' | 'set' | 'attempt'>;

/** Enough to see how it was said. */
const MOST_RAW = 600;

/** Attempts that are only successful where what they read is the host's own. */
const READS: ReadonlySet<string> = new Set([
  'read-outside',
  'symlink-out-absolute',
  'symlink-out-relative',
  'symlink-out-folder',
  'dotdot-out',
]);

/** What came of one attempt, and who refused it. Pure. */
export function meaningOf(attempt: string, kind: RuntimeKind, run: ProbeRun): Meaning {
  const words = readWords(attempt, run.stdout);
  const found =
    words.word === undefined
      ? fromEnd(attempt, kind, run, words)
      : fromWord(attempt, kind, run, words, words.word);
  const title = attemptInfo(attempt)?.title ?? attempt;
  const { detail, ...meaning } = found;
  return { ...meaning, says: sentence(title, found, detail), raw: rawOf(run, words) };
}

/** A result before it is put in words. */
export type Found = Pick<Meaning, 'verdict' | 'by' | 'errno'> & { detail: string };

function fromWord(
  attempt: string,
  kind: RuntimeKind,
  { enforcedBy }: ProbeRun,
  { standing }: ProbeWords,
  word: Word,
): Found {
  if (word.verdict === 'not-expressible') {
    return { verdict: 'not-expressible', by: [], detail: word.why };
  }
  if (word.verdict === 'allowed') {
    return READS.has(attempt) && !word.what.includes(CANARY_WORD)
      ? refused(['namespace'], `it read something else than the host’s file: ${word.what}`)
      : { verdict: 'allowed', by: [], detail: word.what };
  }
  const by =
    kind === 'container'
      ? containerRefusers(attempt, word, standing)
      : moduleRefusers(word, enforcedBy);
  const detail = [word.call, word.more].filter(Boolean).join(' ');
  return {
    ...refused(by, detail),
    ...(word.errno === undefined ? {} : { errno: word.errno }),
  };
}

/** It said no last word: it could not start, or was ended for what it did. */
function fromEnd(
  attempt: string,
  kind: RuntimeKind,
  { outcome, enforcedBy, phases }: ProbeRun,
  { hasTried }: ProbeWords,
): Found {
  if (attempt === 'undefined-import' && kind === 'wasm') return ofImport(outcome, phases);
  if (outcome.kind === 'failed-to-start') return notTried(outcome.reason);
  const by = hasTried ? enders(attempt, kind, outcome, enforcedBy) : undefined;
  return by === undefined ? notTried(outcome.reason) : refused(by, outcome.reason);
}

/** The module of this attempt prints nothing: it is linked and runs, or not. */
function ofImport(outcome: ProbeRun['outcome'], phases: ProbeRun['phases']): Found {
  const { kind, code, errorCode, reason } = outcome;
  if (kind === 'exited' && code === 0) {
    return { verdict: 'allowed', by: [], detail: 'it was linked, and the call was made' };
  }
  // One engine links what it does not know, and ends the guest when it calls it.
  if (kind === 'trapped') return refused(['linker'], reason);
  if (errorCode !== 'missing-import') return notTried(reason);
  // Before any phase it is the lab that has read the module's imports; later it is the engine that links.
  return refused([phases.length === 0 ? 'lab' : 'linker'], reason);
}

function refused(by: Refuser[], detail: string): Found {
  return { verdict: 'refused', by, detail };
}

function notTried(detail: string): Found {
  return { verdict: 'not-tried', by: [], detail };
}

function rawOf({ stdout, outcome }: ProbeRun, { word }: ProbeWords): string {
  const printed = stdout.trim();
  const text = word === undefined ? `${printed}\n${outcome.reason}`.trim() : printed;
  return text.length > MOST_RAW ? `${text.slice(0, MOST_RAW)}…` : text;
}
