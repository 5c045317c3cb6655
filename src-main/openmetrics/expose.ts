import { escapeHelp, escapeLabel } from './escape.js';
import type { Family, Point } from './family.js';

/** OpenMetrics 1.0, or the text format 0.0.4 of Prometheus, which older scrapers and promtool read. */
export type TextFormat = 'openmetrics' | 'prometheus';

/** What the point's name has behind its family's. */
const SUFFIXES = { gauge: '', counter: '_total', info: '_info' } as const;

/** The text of a whole exposition. A family without points is left out. */
export function expose(families: readonly Family[], format: TextFormat): string {
  const blocks = families
    .filter(({ points }) => points.some(({ value }) => Number.isFinite(value)))
    .map((family) => block(family, format));
  return `${blocks.join('')}${format === 'openmetrics' ? '# EOF\n' : ''}`;
}

function block(family: Family, format: TextFormat): string {
  const { name, type, unit, help, points } = family;
  const sampleName = `${name}${SUFFIXES[type]}`;
  const isOpen = format === 'openmetrics';
  // 0.0.4 calls the family what its points are called, and knows neither units nor infos.
  const familyName = isOpen ? name : sampleName;
  const lines = [
    `# TYPE ${familyName} ${!isOpen && type === 'info' ? 'gauge' : type}`,
    ...(isOpen && unit !== undefined ? [`# UNIT ${familyName} ${unit}`] : []),
    `# HELP ${familyName} ${escapeHelp(help, format)}`,
    ...points
      .filter(({ value }) => Number.isFinite(value))
      .map(
        (point) => `${sampleName}${labelsOf(point)} ${String(point.value)}${timeOf(point, isOpen)}`,
      ),
  ];
  return `${lines.join('\n')}\n`;
}

/** Seconds in OpenMetrics, whole milliseconds in 0.0.4. */
function timeOf({ atMs }: Point, isOpen: boolean): string {
  if (atMs === undefined) return '';
  return ` ${isOpen ? (atMs / 1000).toFixed(3) : String(Math.round(atMs))}`;
}

function labelsOf({ labels }: Point): string {
  const pairs = Object.entries(labels).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}="${escapeLabel(value)}"`],
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
