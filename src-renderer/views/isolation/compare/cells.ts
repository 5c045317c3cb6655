import { ISOLATION_QUESTIONS } from '../../../../src-main/contract/index.js';
import type {
  Basis,
  BasisAnswer,
  IsolationProfile,
  Openness,
  QuestionAnswer,
  QuestionId,
} from '../../../../src-main/contract/index.js';
import { said } from '../../../i18n/index.js';
import { BASES, mostOpen } from '../openness.js';

export interface Told {
  basis: Basis;
  openness: Openness;
  says: string;
}

/** The answer to one question about one subject. */
export interface AnswerCell {
  answer: QuestionAnswer;
  /** What is so, as far as it is known. */
  main: Told;
  /** Of each basis, in their order; absent where nothing is told. */
  parts: { basis: Basis; openness?: Openness }[];
  /** The bases that say something else than the main one. */
  others: Told[];
  /** What else is as open as the main answer. */
  also: string[];
}

export interface CompareRow {
  question: QuestionId;
  title: (typeof ISOLATION_QUESTIONS)[number]['title'];
  /** One for each subject; undefined where its profile does not answer. */
  cells: (AnswerCell | undefined)[];
  /** True where two subjects that are known do not answer the same. */
  differs: boolean;
}

/**
 * What is in force counts before what was asked for, which decides only where that is not told. A probe
 * can show that more is open; that one attempt was refused closes nothing else.
 */
export function mainOf(answer: QuestionAnswer): Told | undefined {
  const told = toldOf(answer);
  const isInForceTold = answer.effective !== undefined && answer.effective.openness !== 'unknown';
  return mostOpen(told.filter(({ basis }) => basis !== 'declared' || !isInForceTold));
}

export function cellOf(
  profile: IsolationProfile | undefined,
  question: QuestionId,
): AnswerCell | undefined {
  const answer = profile?.answers.find((one) => one.question === question);
  const main = answer && mainOf(answer);
  if (answer === undefined || main === undefined) return undefined;
  return {
    answer,
    main,
    parts: BASES.map(({ basis }) => {
      const openness = answer[basis]?.openness;
      return { basis, ...(openness !== undefined && { openness }) };
    }),
    others: toldOf(answer).filter(
      ({ basis, openness }) => basis !== main.basis && openness !== main.openness,
    ),
    also: alsoOf(answer, main),
  };
}

export function compareRows(profiles: readonly (IsolationProfile | undefined)[]): CompareRow[] {
  return ISOLATION_QUESTIONS.map(({ id, title }) => {
    const cells = profiles.map((profile) => cellOf(profile, id));
    const known = new Set(cells.flatMap((cell) => cell?.main.openness ?? []));
    return { question: id, title, cells, differs: known.size > 1 };
  });
}

export type Counts = Record<Openness, number>;

/** How many questions are answered so. */
export function countsOf(profile: IsolationProfile): Counts {
  const counts: Counts = { open: 0, partly: 0, closed: 0, unknown: 0 };
  for (const answer of profile.answers) {
    const main = mainOf(answer);
    if (main !== undefined) counts[main.openness] += 1;
  }
  return counts;
}

/** Only of what is open or partly so: many closed checks are one answer. */
function alsoOf(answer: QuestionAnswer, main: Told): string[] {
  if (main.openness === 'closed') return [];
  const says = BASES.flatMap(({ basis }) => answer[basis]?.checks ?? [])
    .filter((check) => check.openness === main.openness)
    .map((check) => check.says);
  return [...new Set(says)]
    .filter((one) => !main.says.includes(one))
    .map((one) => said(one).replace(/^(yes|partly|sim|em parte): /, ''));
}

function toldOf(answer: QuestionAnswer): Told[] {
  return BASES.flatMap(({ basis }) => {
    const told: BasisAnswer | undefined = answer[basis];
    return told === undefined ? [] : [{ basis, openness: told.openness, says: told.says }];
  });
}
