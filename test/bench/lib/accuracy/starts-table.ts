import { median } from '../../../../src-main/experiments/statistics/index.js';
import { short, table } from '../report.js';
import type { BenchResult } from '../report.js';

const SIDES = [
  'lab',
  'bare Node',
  'forked beforehand',
  'hyperfine',
  'hyperfine --prepare',
] as const;
/** The goal for starts: the medians at most so far apart, in share and milliseconds together. */
export const MOST_SHARE = 0.02;
export const MOST_MS = 0.3;
type Side = (typeof SIDES)[number];

/** NaN, which is near nothing, where there is no value. */
function middleOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : median(values);
}

/** One row a contender, its five harnesses beside each other. */
export function startsTable({ contenders, goals }: BenchResult): string[] {
  const names = contenders.flatMap(({ name }) =>
    name.endsWith(', lab') ? [name.slice(0, -', lab'.length)] : [],
  );
  const rows = names.map((name) => {
    const raw = (side: Side) =>
      contenders.find((one) => one.name === `${name}, ${side}`)?.raw ?? [];
    const [lab = 0, node = 0, ready = 0, reference = 0, paused = 0] = SIDES.map((side) =>
      middleOf(raw(side)),
    );
    const goal = goals.find((one) => one.goal.startsWith(`${name}: `));
    const verdict = goal === undefined ? '(the floor)' : goal.met ? 'met' : 'missed';
    return [
      ...[name, String(raw('lab').length), short(lab), short(node), short(ready), short(reference)],
      raw('hyperfine --prepare').length === 0 ? 'not measured' : short(paused),
      ...[short(lab - reference), short(lab - node), verdict],
    ];
  });
  return table(
    [
      'contender',
      'n',
      'lab, ms',
      'bare Node, ms',
      'forked beforehand, ms',
      'hyperfine, ms',
      'hyperfine --prepare, ms',
      'lab − hyperfine, ms',
      'lab − bare Node, ms',
      'within 2 % + 0.3 ms',
    ],
    rows,
  );
}

/** Of the contenders that missed: how many bare Node misses too, and how many are met by another pair of harnesses. */
export function whoElseMissed({ contenders, goals }: BenchResult): string[] {
  const middle = (name: string, side: Side): number =>
    middleOf(contenders.find((one) => one.name === `${name}, ${side}`)?.raw ?? []);
  const isNear = (name: string, side: Side, other: Side = 'hyperfine'): boolean => {
    const reference = middle(name, other);
    return Math.abs(middle(name, side) - reference) <= MOST_SHARE * reference + MOST_MS;
  };
  const missed = goals.flatMap(({ goal, met }) => (met ? [] : [goal.replace(/: within.*$/, '')]));
  if (missed.length === 0) return [];
  const ofNode = missed.filter((name) => !isNear(name, 'bare Node')).length;
  const ofReady = missed.filter((name) => isNear(name, 'forked beforehand')).length;
  const ofPaused = missed.filter((name) => isNear(name, 'lab', 'hyperfine --prepare')).length;
  return [
    `Of the ${String(missed.length)} that missed, bare Node misses ${String(ofNode)} by the same measure, ${String(ofReady)} would be met by Node with the process forked beforehand, and ${String(ofPaused)} are met by the lab against hyperfine --prepare, which does something else between two runs too. The rest is not explained here. Where the lab is late by a near constant, differences between engines stand, and ratios of very short starts are drawn towards 1.`,
  ];
}
