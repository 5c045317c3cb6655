import { LabError, asksTheSame } from '../../contract/index.js';
import type {
  ContenderResult,
  ExperimentResult,
  RecordedExperiment,
  ResultRatio,
  SideBySide,
  TrendMeasure,
} from '../../contract/index.js';
import { ratioOfMedians } from '../statistics/index.js';
import { environmentChanges, versionChanges } from './changes.js';

interface Told {
  id: string;
  result: ExperimentResult;
}

/**
 * Results of one kind of experiment, each held against the first. Throws LabError `bad-request` where they cannot be.
 */
export function sideBySide(
  recorded: readonly RecordedExperiment[],
  wanted: string | undefined,
): SideBySide {
  const [first, ...others] = recorded.map(told);
  if (first === undefined) throw notComparable('There is nothing to compare.');
  const measures = measuresIn([first, ...others]);
  const measure = measures.find(({ id }) => id === wanted) ?? measures[0];
  if (measure === undefined) throw notComparable('None of them has a value.');
  for (const { result } of others) {
    if (result.experiment !== first.result.experiment) {
      throw notComparable('They are experiments of different kinds.');
    }
  }
  return {
    measures,
    measure: measure.id,
    ratios: others.flatMap((other) => ratiosOf(first, other, measure.id)),
    others: others.map(({ id, result }) => ({
      id,
      asksTheSame: asksTheSame(first.result.plan, result.plan),
      changes: changesBetween(first.result, result),
    })),
  };
}

function told({ entry, result }: RecordedExperiment): Told {
  if (result === undefined) throw notComparable(`${entry.id} came to no result.`);
  return { id: entry.id, result };
}

function notComparable(why: string): LabError {
  return new LabError('bad-request', why, 'Choose experiments of one kind that have a result.');
}

function measuresIn(all: readonly Told[]): TrendMeasure[] {
  const found = all.flatMap(({ result }) => result.contenders.flatMap((one) => one.measures));
  const byId = new Map(found.map(({ id, title, unit }) => [id, { id, title, unit }] as const));
  return [...byId.values()];
}

function ratiosOf(first: Told, other: Told, measure: string): ResultRatio[] {
  return other.result.contenders.flatMap((contender): ResultRatio[] => {
    const { runtime } = contender;
    const above = rawOf(contender, measure);
    const below = rawOf(
      first.result.contenders.find((one) => one.runtime === runtime),
      measure,
    );
    if (above.length === 0 || below.length === 0) return [];
    const { value, ci95 } = ratioOfMedians(above, below);
    // Nothing is so many times nothing.
    if (![value, ...ci95].every(Number.isFinite)) return [];
    return [{ id: other.id, runtime, value, ci95, differs: ci95[0] > 1 || ci95[1] < 1 }];
  });
}

function rawOf(contender: ContenderResult | undefined, measure: string): readonly number[] {
  return contender?.measures.find(({ id }) => id === measure)?.raw ?? [];
}

function changesBetween(first: ExperimentResult, other: ExperimentResult) {
  const known = new Map<string, string>();
  versionChanges(known, first.contenders);
  return [
    ...environmentChanges(first.environment, other.environment),
    ...versionChanges(known, other.contenders),
  ];
}
