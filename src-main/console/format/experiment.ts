import { formatDuration } from '../../contract/index.js';
import type { ContenderResult, ExperimentResult, ExperimentStatus } from '../../contract/index.js';
import { printable } from '../streams.js';
import { figures } from '../../export/text/amount.js';
import { honestySentences } from '../../export/text/honesty.js';
import { formatCurves, formatResultTable } from './experiment-tables.js';
import { measureTables } from './measure-tables.js';
import { formatTable } from './table.js';

const FIGURES = ['median', '95 % interval', 'p5', 'p95'];
const NUMBERS = new Set(['n', ...FIGURES, 'out']);
const MOST_RATIOS = 12;

/** What an experiment found, for people: the tables, the sentences, and what to doubt. */
export function formatExperiment(result: ExperimentResult): string {
  const { contenders, dropped, ratios, warnings, honesty, isPartial, durationMs } = result;
  return [
    comparedBy(contenders),
    ...measureTables(contenders),
    ...result.tables.map(formatResultTable),
    formatCurves(result.curves),
    lines(ratios.slice(0, MOST_RATIOS).map(({ sentence }) => `${sentence}.`)),
    lines(result.findings.map(printable)),
    lines(dropped.map(({ runtime, why }) => `Dropped: ${runtime}. ${printable(why)}`)),
    lines(honestySentences(honesty)),
    lines(warnings.map(({ message, hint }) => `Warning: ${printable(message)} ${hint}`)),
    lines([
      `${isPartial ? 'Stopped before its end, after' : 'Took'} ${formatDuration(durationMs)}; all raw values with --json.`,
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What is measured stands above, for an experiment has many measures. */
function comparedBy(contenders: readonly ContenderResult[]): string {
  const title = contenders[0]?.measures[0]?.title;
  if (title === undefined) return '';
  return `${title}:\n${formatTable(
    ['contender', 'n', ...FIGURES, 'out'],
    [...contenders].sort((one, other) => one.median - other.median).map(rowOf),
    NUMBERS,
  )}`;
}

/** One line: how far it is. */
export function formatProgress({ done, total, remainingMs, current }: ExperimentStatus): string {
  const rest = remainingMs === undefined ? '' : `, ${formatDuration(remainingMs)} left`;
  // Its runs are counted once its contenders are ready.
  const far = total === 0 ? 'begins' : `${String(done)} of at most ${String(total)}`;
  return `${far}${rest}${current === undefined ? '' : `: ${current}`}`;
}

function rowOf({ runtime, n, outliers, ...rest }: ContenderResult): string[] {
  return [runtime, String(n), ...figures(rest), String(outliers.length)];
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
