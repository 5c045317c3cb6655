import type { Measure, ResultTable } from '../../contract/index.js';
import { median } from '../statistics/index.js';
import type { Climbed } from './sentences.js';

const ENDS = {
  all: 'had all',
  'safety-line': 'at the safety line',
  broke: 'one could not be had',
  stopped: 'stopped',
};

const COLUMNS: { measure: string; title: string; unit: string }[] = [
  { measure: 'marginal:pss', title: 'One more, its own (PSS)', unit: 'B' },
  { measure: 'beside', title: 'Beside it (PSS)', unit: 'B' },
  { measure: 'marginal:pss-all', title: 'Together', unit: 'B' },
  { measure: 'marginal:privateDirty', title: 'Private dirty', unit: 'B' },
  { measure: 'marginal:available', title: 'Free memory falls by', unit: 'B' },
  { measure: 'shared', title: 'Shared', unit: 'B' },
  { measure: 'start-last', title: 'Last start', unit: 'ms' },
  { measure: 'teardown', title: 'End, each', unit: 'ms' },
];

/** A row for each contender: medians, what is kept beside, and how its ladders ended. */
export function densityTable(
  all: readonly (Climbed & { measures: readonly Measure[] })[],
): ResultTable {
  return {
    id: 'density',
    title: 'One more instance',
    columns: [
      { id: 'reached', title: 'Instances' },
      ...COLUMNS.map(({ measure, title, unit }) => ({ id: measure, title, unit })),
      { id: 'programs', title: 'Kept beside' },
      { id: 'end', title: 'Ended' },
    ],
    rows: all.flatMap(({ runtime, ladders, measures }) =>
      ladders.length === 0 ? [] : { runtime, cells: cellsOf(ladders, measures) },
    ),
  };
}

function cellsOf(
  ladders: Climbed['ladders'],
  measures: readonly Measure[],
): Record<string, string | number> {
  const medians = measures.map((measure) => [measure.id, measure.median] as const);
  const programs = [...new Set(ladders.flatMap(({ besides }) => besides))].join(', ');
  return {
    reached: median(ladders.map(({ startsMs }) => startsMs.length)),
    ...Object.fromEntries(medians.filter(([id]) => isColumn(id))),
    ...(programs === '' ? {} : { programs }),
    end: [...new Set(ladders.map(({ end }) => ENDS[end.kind]))].join(', '),
  };
}

function isColumn(id: string): boolean {
  return COLUMNS.some(({ measure }) => measure === id);
}
