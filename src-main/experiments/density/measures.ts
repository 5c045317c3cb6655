import type { Measure } from '../../contract/index.js';
import { measureOf } from '../results/summary.js';
import { theilSen } from '../statistics/index.js';
import { DEFINITIONS, sharedBytes } from './definitions.js';
import type { Definition } from './definitions.js';
import type { Ladder } from './ladder.js';
import type { Step } from './step.js';

/** What one more instance adds: the slope of the line by Theil and Sen through the steps of one ladder. */
export function marginalOf(
  { steps }: Pick<Ladder, 'steps'>,
  of: Definition['of'],
): number | undefined {
  return theilSen(
    steps.flatMap((step) => {
      const y = of(step);
      return y === undefined ? [] : { x: step.count, y };
    }),
  )?.slope;
}

/** The first definition that every ladder of every contender has; undefined where none is. */
export function commonDefinition(all: readonly (readonly Ladder[])[]): Definition | undefined {
  const ladders = all.flat();
  return DEFINITIONS.find(({ of }) =>
    ladders.every((ladder) => marginalOf(ladder, of) !== undefined),
  );
}

/** One value of each ladder. */
export function measuresOf(ladders: readonly Ladder[]): Measure[] {
  const measure = (
    id: string,
    title: string,
    unit: string,
    of: (ladder: Ladder) => number | undefined,
  ): Measure | undefined =>
    measureOf(
      id,
      title,
      unit,
      ladders.flatMap((one) => of(one) ?? []),
    );
  return [
    ...DEFINITIONS.map(({ id, label, of }) =>
      measure(`marginal:${id}`, `One more instance (${label})`, 'B', (one) => marginalOf(one, of)),
    ),
    ...DEFINITIONS.map(({ id, label, of }) =>
      measure(`first:${id}`, `The first alone (${label})`, 'B', (one) => firstOf(one, of)),
    ),
    measure('beside', 'What the engine keeps beside each (PSS)', 'B', (one) =>
      marginalOf(one, ({ besides }) => besides?.pssBytes),
    ),
    measure('shared', 'Shared with others, of the RSS of each, at the top', 'B', (one) =>
      eachAtTop(one, sharedBytes),
    ),
    measure('start-first', 'Start of the first, until it holds', 'ms', (one) => one.startsMs[0]),
    measure('start-last', 'Start of the last, until it holds', 'ms', (one) => one.startsMs.at(-1)),
    measure('start-later', 'Each start takes longer than the one before by', 'ms', startSlope),
    measure(
      'teardown',
      'End of all, for each',
      'ms',
      (one) => one.teardownMs / one.startsMs.length,
    ),
  ].filter((one) => one !== undefined);
}

/** That of `first` before the others: by it contenders are compared. */
export function inOrder(measures: readonly Measure[], first?: Definition): Measure[] {
  const isFirst = ({ id }: Measure): boolean => id === `marginal:${String(first?.id)}`;
  return [...measures.filter(isFirst), ...measures.filter((measure) => !isFirst(measure))];
}

function firstOf({ steps: [first] }: Ladder, of: Definition['of']): number | undefined {
  return first?.count === 1 ? of(first) : undefined;
}

function eachAtTop({ steps }: Ladder, of: (step: Step) => number | undefined): number | undefined {
  const top = steps.at(-1);
  const bytes = top === undefined ? undefined : of(top);
  return top === undefined || bytes === undefined ? undefined : bytes / top.count;
}

/** Without the first, whose start has more in it: a cold cache, the process that all share. */
function startSlope({ startsMs }: Ladder): number | undefined {
  return theilSen(startsMs.slice(1).map((y, x) => ({ x, y })))?.slope;
}
