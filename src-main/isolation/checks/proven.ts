import type {
  AttemptInfo,
  AttemptResult,
  CheckResult,
  IsolationMatrix,
  Openness,
  QuestionId,
} from '../../contract/index.js';
import { counted } from './check.js';

/** What was tried in this subject's runtime, with one set of grants. */
export type Proven = Pick<IsolationMatrix, 'attempts' | 'results'>;

const OPENNESS: Record<AttemptResult['verdict'], Openness> = {
  allowed: 'open',
  refused: 'closed',
  'not-expressible': 'closed',
  'not-tried': 'unknown',
};

/**
 * One result for each attempt that has this question. Those that could not be tried are no evidence either way: they are
 * left out beside others, and are all there is to say (`unknown`) where nothing was tried.
 */
export function provenChecks(question: QuestionId, { attempts, results }: Proven): CheckResult[] {
  const infos = new Map(attempts.map((info) => [info.id, info]));
  const checks = results.flatMap((result) => {
    const info = infos.get(result.attempt);
    return info?.question === question ? [checkOf(question, info, result)] : [];
  });
  const tried = checks.filter(({ openness }) => openness !== 'unknown');
  return tried.length > 0 ? tried : checks;
}

/** For a cell: a refusal counts only together with all the others. */
export function provenSays(checks: readonly CheckResult[]): string {
  const allowed = checks.filter(({ openness }) => openness === 'open').length;
  const all = counted(checks.length, 'attempt');
  if (allowed > 0) return `yes: ${allowed} of ${all} went through`;
  return checks[0]?.openness === 'unknown'
    ? 'unknown: nothing could be tried'
    : `no: ${all} failed`;
}

function checkOf(question: QuestionId, info: AttemptInfo, result: AttemptResult): CheckResult {
  const { verdict, by, errno, says, raw } = result;
  return {
    id: `attempt-${info.id}`,
    question,
    basis: 'proven',
    openness: OPENNESS[verdict],
    says: `${verdict}: ${info.title}`,
    mechanism: by.join(', ') || 'probe',
    evidence: [
      { source: `probe ${info.id}`, value: says },
      ...(errno === undefined ? [] : [{ source: 'errno', value: errno }]),
      ...(raw === '' ? [] : [{ source: 'as it was printed', value: raw }]),
    ],
  };
}
