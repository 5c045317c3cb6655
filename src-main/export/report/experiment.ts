import type {
  ContenderResult,
  Curve,
  ExperimentResult,
  Measure,
  ResultTable,
} from '../../contract/index.js';
import { lineChart, stripChart } from '../drawing/index.js';
import { amount, figures } from '../text/amount.js';
import { cellText, shownPoints } from '../text/cells.js';
import { honestySentences } from '../text/honesty.js';
import { describeMachine } from '../text/machine.js';
import { list, section, table } from './blocks.js';
import type { Block, Span } from './blocks.js';

const FIGURES = ['n', 'median', '95 % interval', 'p5', 'p95', 'outliers'];

/** What was found, by how much, and how far it can be trusted. */
export function experimentBlocks(result: ExperimentResult): Block[] {
  const { contenders, dropped, ratios, findings, warnings, curves } = result;
  return [
    ...list(findings),
    ...measureSections(contenders),
    ...result.tables.flatMap(tableSection),
    ...curveSections(curves),
    ...section('Each pair', list(ratios.map(({ sentence }) => `${sentence}.`))),
    ...section('Dropped', list(dropped.map(({ runtime, why }) => `${runtime}: ${why}`))),
    ...section('What to doubt', list(warnings.map(({ message, hint }) => `${message} ${hint}`))),
    ...section('The instrument', list(honestySentences(result.honesty))),
    ...section('How', list([...result.method, planOf(result)])),
    ...section('Where', [{ kind: 'text', spans: [describeMachine(result.environment)] }]),
  ];
}

/** A table for each measure, the one that contenders are compared by first; a row for each that has it. */
function measureSections(contenders: readonly ContenderResult[]): Block[] {
  const titles = new Map(
    contenders.flatMap(({ measures }) => measures.map(({ id, title }) => [id, title] as const)),
  );
  return [...titles].flatMap(([id, title]) => {
    const rows = contenders
      .flatMap(({ runtime, measures }) =>
        measures.filter((one) => one.id === id).map((measure) => ({ runtime, measure })),
      )
      .sort((one, other) => one.measure.median - other.measure.median);
    return section(title, [
      ...strips(title, rows),
      ...table(
        ['contender', ...FIGURES],
        rows.map(({ runtime, measure }) => [{ code: runtime }, ...figuresOf(measure)]),
      ),
    ]);
  });
}

function strips(title: string, rows: readonly { runtime: string; measure: Measure }[]): Block[] {
  const unit = rows[0]?.measure.unit;
  if (unit === undefined || rows.some(({ measure }) => measure.unit !== unit)) return [];
  const svg = stripChart({
    ...{ title, unit, format: (value) => amount(rounded(value), unit) },
    strips: rows.map(({ runtime, measure: { raw, median, ci95 } }) => ({
      ...{ label: runtime, values: raw, median, ci95 },
    })),
  });
  return [{ kind: 'picture', svg }];
}

function figuresOf(measure: Measure): string[] {
  return [String(measure.n), ...figures(measure), String(measure.outliers.length)];
}

function tableSection({ title, columns, rows }: ResultTable): Block[] {
  return section(
    title,
    table(
      ['contender', ...columns.map((column) => column.title)],
      rows.map(({ runtime, cells }): Span[] => [
        { code: runtime },
        ...columns.map(({ id, unit }) => cellText(cells[id], unit)),
      ]),
    ),
  );
}

function curveSections(curves: readonly Curve[]): Block[] {
  const ids = [...new Set(curves.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const group = curves.filter((curve) => curve.id === id);
    const [first] = group;
    if (first === undefined) return [];
    const xs = shownPoints(group);
    return section(`${first.title}, by ${first.xTitle.toLowerCase()}`, [
      curvePicture(first, group),
      ...table(
        ['contender', ...xs.map((x) => amount(x, first.xUnit))],
        group.map(({ runtime, points, yUnit }): Span[] => [
          { code: runtime },
          ...xs.map((x) => {
            const y = points.find((point) => point.x === x)?.y;
            return y === undefined ? '' : amount(y, yUnit);
          }),
        ]),
      ),
    ]);
  });
}

function curvePicture({ title, xTitle, xUnit, yUnit }: Curve, group: readonly Curve[]): Block {
  const svg = lineChart({
    ...{ title, xTitle, xUnit, yUnit },
    formatX: (value) => amount(rounded(value), xUnit),
    formatY: (value) => amount(rounded(value), yUnit),
    series: group.map(({ runtime, points }) => ({ label: runtime, points })),
  });
  return { kind: 'picture', svg };
}

/** A mark of an axis that was counted in steps: 0.30000000000000004 is 0.3. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function planOf({ plan }: ExperimentResult): string {
  return `Runs that count: ${String(plan.runs)} of each after ${String(plan.warmUps)} to warm up; seed ${String(plan.seed)}.`;
}
