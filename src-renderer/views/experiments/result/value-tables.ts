import type { Measure } from '../../../../src-main/contract/index.js';
import { columnOf } from '../../../charts/picture/table.js';
import type { ChartTable } from '../../../charts/picture/table.js';
import { t } from '../../../i18n/index.js';
import { intervalText, valueText } from '../words.js';

interface Shown {
  label: string;
  measure: Measure;
}

/** Every raw value, in the order in which it was measured: tidy, one row a run. */
export function valuesTable(shown: readonly Shown[]): ChartTable {
  const unit = shown[0]?.measure.unit ?? '';
  return {
    columns: ['contender', 'run', columnOf('value', unit), 'is_outlier'],
    rows: shown.flatMap(({ label, measure }) => {
      const outliers = new Set(measure.outliers);
      return measure.raw.map((value, at) => [...[label, at + 1, value, outliers.has(at)]]);
    }),
  };
}

/** For people: what the values come to. */
export function figuresTable(shown: readonly Shown[]): ChartTable {
  return {
    columns: [
      ...[t('Contender'), t('Runs'), t('Median'), t('95 % interval'), 'p5', 'p95', t('Outliers')],
    ],
    rows: shown.map(({ label, measure: { n, median, ci95, p5, p95, outliers, unit } }) => [
      ...[label, String(n), valueText(median, unit), intervalText(ci95, unit)],
      ...[valueText(p5, unit), valueText(p95, unit), String(outliers.length)],
    ]),
  };
}
