import { median } from '../../../../src-main/experiments/statistics/index.js';
import { short, table } from '../report.js';
import type { BenchResult } from '../report.js';

const SIDES = [
  'lab',
  'bare Node',
  'forked beforehand',
  'hyperfine',
  'hyperfine back to back',
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
    const [lab = 0, node = 0, ready = 0, reference = 0, hot = 0] = SIDES.map((side) =>
      middleOf(raw(side)),
    );
    const goal = goals.find((one) => one.goal.startsWith(`${name}: `));
    const verdict = goal === undefined ? '(the floor)' : goal.met ? 'met' : 'missed';
    return [
      ...[name, String(raw('lab').length), short(lab), short(node), short(ready), short(reference)],
      raw('hyperfine back to back').length === 0 ? 'not measured' : short(hot),
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
      'hyperfine back to back, ms',
      'lab − hyperfine, ms',
      'lab − bare Node, ms',
      'within 2 % + 0.3 ms',
    ],
    rows,
  );
}

/** Of the contenders that missed: how many bare Node misses too, and how many a process forked beforehand would meet. */
export function whoElseMissed({ contenders, goals }: BenchResult): string[] {
  const middle = (name: string, side: Side): number =>
    middleOf(contenders.find((one) => one.name === `${name}, ${side}`)?.raw ?? []);
  const isNear = (name: string, side: Side): boolean => {
    const reference = middle(name, 'hyperfine');
    return Math.abs(middle(name, side) - reference) <= MOST_SHARE * reference + MOST_MS;
  };
  const missed = goals.flatMap(({ goal, met }) => (met ? [] : [goal.replace(/: within.*$/, '')]));
  if (missed.length === 0) return [];
  const ofNode = missed.filter((name) => !isNear(name, 'bare Node')).length;
  const ofReady = missed.filter((name) => isNear(name, 'forked beforehand')).length;
  return [
    `Of the ${String(missed.length)} that missed, bare Node misses ${String(ofNode)} by the same measure, and ${String(ofReady)} would be met by Node with the process forked beforehand. The rest is not explained here. Where the lab is late by a near constant, differences between engines stand, and ratios of very short starts are drawn towards 1.`,
  ];
}
