import { said, t } from '../../i18n/index.js';
import type { Lane } from '../../state/lane.svelte.js';
import { formatBytes, formatMoment, formatPercent } from '../../text/format.js';
import type { Lens } from './lens.svelte.js';
import { outcomeWords } from './outcome-words.js';
import type { EndWords } from './outcome-words.js';

/** The memory chart in sentences. */
export function memorySummary(lanes: readonly Lane[], lens: Lens): string {
  if (lanes.length === 0) return t('No run yet.');
  return lanes
    .map((lane) => {
      const parts = lens.of(lane.status.kind).map(({ name, label }) => {
        const highest = lane.series.highest(name);
        return highest === undefined
          ? t('{{label}} not read', { label: said(label) })
          : t('{{label}} up to {{bytes}}', { label: said(label), bytes: formatBytes(highest) });
      });
      return `${lane.name}: ${parts.join(', ')}.`;
    })
    .join(' ');
}

export function cpuSummary(lanes: readonly Lane[]): string {
  if (lanes.length === 0) return t('No run yet.');
  return lanes
    .map((lane) => {
      const highest = lane.series.highest('cpuPercent');
      return highest === undefined
        ? t('{{name}}: not read.', { name: lane.name })
        : t('{{name}}: up to {{percent}} of one core.', {
            name: lane.name,
            percent: formatPercent(highest),
          });
    })
    .join(' ');
}

/** What stands under the crosshair of the memory chart. */
export function memoryAt(lanes: readonly Lane[], lens: Lens, ms: number | undefined): string {
  if (ms === undefined) return t('No time chosen');
  const values = lanes.flatMap((lane) =>
    lens.of(lane.status.kind).flatMap(({ name, label }) => {
      const value = lane.series.at(name, ms);
      return value === undefined ? [] : [`${lane.name} ${said(label)} ${formatBytes(value)}`];
    }),
  );
  return `${formatMoment(ms)}: ${values.join(', ') || t('nothing read')}`;
}

export function cpuAt(lanes: readonly Lane[], ms: number | undefined): string {
  if (ms === undefined) return t('No time chosen');
  const values = lanes.flatMap((lane) => {
    const value = lane.series.at('cpuPercent', ms);
    return value === undefined ? [] : [`${lane.name} ${formatPercent(value)}`];
  });
  return `${formatMoment(ms)}: ${values.join(', ') || t('nothing read')}`;
}

/** For the live region: one sentence a lane that has ended. */
export function outcomesText(lanes: readonly Lane[]): string {
  return lanes
    .flatMap(({ name, status }) =>
      status.outcome === undefined
        ? []
        : [
            `${name}: ${spoken(outcomeWords(status.outcome, status.durationMs))}. ${said(status.outcome.reason)}`,
          ],
    )
    .join(' ');
}

function spoken({ text, after }: EndWords): string {
  return after === undefined ? text : `${text} ${after}`;
}
