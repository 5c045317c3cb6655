import type {
  ContenderResult,
  ExperimentPlan,
  ExperimentResult,
  Measure,
  RuntimeInfo,
} from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import { laneLooks } from '../../state/hues.js';
import { intervalText, valueText } from './words.js';

/** How a contender looks wherever it is drawn. */
export interface Look {
  kind: ContenderResult['kind'];
  /** Of the classes `lane-…`: `c1`. */
  hue: string;
}

/** One measure of one contender. */
export interface MeasureRow {
  key: string;
  contender: ContenderResult;
  look: Look;
  /** Absent: the runtime does not tell it. */
  measure: Measure | undefined;
}

/** By runtime id, in the order of the plan: a contender keeps its colour as results come. */
export function looksOf(
  { runtimes: ids }: Pick<ExperimentPlan, 'runtimes'>,
  result: ExperimentResult | undefined,
  known: readonly RuntimeInfo[],
): Map<string, Look> {
  const kindOf = (id: string): Look['kind'] =>
    result?.contenders.find(({ runtime }) => runtime === id)?.kind ??
    known.find((one) => one.id === id)?.kind ??
    (/^(docker|podman)\b/.test(id) ? 'container' : 'wasm');
  // A baseline, or a contender in another way, is in no plan.
  const others = (result?.contenders ?? []).filter(({ runtime }) => !ids.includes(runtime));
  const all = [...ids, ...others.map(({ runtime }) => runtime)];
  const lanes = all.map((runtime) => ({ runtime, kind: kindOf(runtime) }));
  const looks = laneLooks(lanes, known);
  return new Map(
    lanes.map(({ runtime, kind }, at) => [runtime, { kind, hue: looks[at]?.hue ?? 'c1' }]),
  );
}

/** Every measure that any contender has, the one they are compared by first. */
export function measuresIn({ contenders }: ExperimentResult): { id: string; title: string }[] {
  const found = new Map<string, string>();
  for (const { measures } of contenders) {
    for (const { id, title } of measures) found.set(id, title);
  }
  return [...found].map(([id, title]) => ({ id, title }));
}

/** In the order of the plan while it runs, so that no row jumps; by their medians once it has ended. */
export function measureRows(
  { contenders }: ExperimentResult,
  measureId: string | undefined,
  looks: ReadonlyMap<string, Look>,
  isOver: boolean,
): MeasureRow[] {
  const rows = contenders.map((contender, at) => ({
    key: `${String(at)} ${contender.runtime}`,
    contender,
    look: looks.get(contender.runtime) ?? { kind: contender.kind, hue: 'c1' },
    measure: contender.measures.find(({ id }) => id === measureId) ?? undefined,
  }));
  if (!isOver) return rows;
  const rank = ({ measure }: MeasureRow): number => measure?.median ?? Number.POSITIVE_INFINITY;
  return rows.sort((one, other) => {
    const [low, high] = [rank(one), rank(other)];
    return low === high ? 0 : low - high;
  });
}

/** What a picture of raw values shows, in words. */
export function valuesSummary(rows: readonly MeasureRow[]): string {
  return rows
    .map(({ contender, measure }) => {
      const { runtime } = contender;
      if (measure === undefined) return t('{{runtime}}: not told.', { runtime });
      const { n, median, unit, ci95, p5, p95, outliers } = measure;
      return t(
        '{{runtime}}: {{values}}, median {{median}}, 95 % interval {{interval}}, p5 {{p5}}, p95 {{p95}}, {{outliers}}.',
        {
          runtime,
          values: t('{{count}} value', { count: n }),
          median: valueText(median, unit),
          interval: intervalText(ci95, unit),
          p5: valueText(p5, unit),
          p95: valueText(p95, unit),
          outliers: t('{{count}} outlier', { count: outliers.length }),
        },
      );
    })
    .join(' ');
}
