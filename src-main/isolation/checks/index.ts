import { ISOLATION_QUESTIONS } from '../../contract/index.js';
import type {
  Basis,
  BasisAnswer,
  CheckResult,
  ContainerProfile,
  GuestProfile,
  Openness,
  QuestionAnswer,
  QuestionId,
} from '../../contract/index.js';
import { LONGEST_SAYS, cut } from './check.js';
import type { Finding, IsolationCheck, ToldBasis } from './check.js';
import { hostFiles } from './host-files.js';
import { memory } from './memory.js';
import { network } from './network.js';
import { processes } from './processes.js';
import { provenChecks, provenSays } from './proven.js';
import type { Proven } from './proven.js';
import { root } from './root.js';
import { secondWall } from './second-wall.js';
import { time } from './time.js';

export type { Proven } from './proven.js';

/** Of one question, the first of those that are equally open speaks for all. */
export const CHECKS: readonly IsolationCheck[] = [
  ...hostFiles,
  ...processes,
  ...network,
  ...memory,
  ...time,
  ...root,
  ...secondWall,
];

export interface AnswerParts {
  container?: ContainerProfile;
  guest?: GuestProfile;
  proven?: Proven;
}

/**
 * The most open first. `unknown` comes before `partly`: `partly` says "only that far", and what was not read may reach
 * further. So unknown with closed is unknown, unknown with partly is unknown, and only `open` outdoes it: it is known
 * already that there is a way.
 */
const ORDER: readonly Openness[] = ['open', 'unknown', 'partly', 'closed'];

/** All seven questions, in their order. A basis on which nothing is told is absent. */
export function answersOf(parts: AnswerParts): QuestionAnswer[] {
  return ISOLATION_QUESTIONS.map(({ id }) => {
    const answer: QuestionAnswer = { question: id };
    for (const basis of ['declared', 'effective'] as const) {
      const told = basisAnswer(toldChecks(id, basis, parts));
      if (told !== undefined) answer[basis] = told;
    }
    const proven = parts.proven && basisAnswer(provenChecks(id, parts.proven));
    if (proven !== undefined) answer.proven = { ...proven, says: provenSays(proven.checks) };
    return answer;
  });
}

function toldChecks(question: QuestionId, basis: ToldBasis, parts: AnswerParts): CheckResult[] {
  return CHECKS.filter(
    (check) => check.question === question && check.bases.includes(basis),
  ).flatMap((check) => {
    const finding = findingOf(check, basis, parts);
    return finding === undefined ? [] : [resultOf(check, basis, finding)];
  });
}

function findingOf(
  check: IsolationCheck,
  basis: ToldBasis,
  { container, guest }: AnswerParts,
): Finding | undefined {
  switch (check.appliesTo) {
    case 'container':
      // Without a process here there is nothing that the kernel could show.
      if (container === undefined || (basis === 'effective' && container.pid === undefined)) return;
      return check.answer(container, basis);
    case 'guest':
      return guest && check.answer(guest, basis);
    case 'process':
      return guest?.hostProcess && check.answer(guest.hostProcess, basis);
  }
}

function resultOf(
  { id, question, mechanism }: IsolationCheck,
  basis: Basis,
  found: Finding,
): CheckResult {
  return { id, question, basis, mechanism, ...found, says: cut(found.says, LONGEST_SAYS) };
}

/** Undefined where there is no check at all. */
function basisAnswer(found: CheckResult[]): BasisAnswer | undefined {
  // The sort is stable: equally open ones stay as they are listed.
  const checks = [...found].sort((a, b) => ORDER.indexOf(a.openness) - ORDER.indexOf(b.openness));
  const [first] = checks;
  return first && { openness: first.openness, says: first.says, checks };
}
