import type { Alert, InstanceEvent } from '../../../../../src-main/contract/index.js';
import { said, t } from '../../../../i18n/index.js';
import type { ChartMark } from '../../../../charts/types.js';

/** A mark with what its tip says. */
export interface LiveMark extends ChartMark {
  key: string;
  text: string;
  isAlert: boolean;
}

const TONES: Record<string, ChartMark['tone']> = {
  oom: 'harm',
  die: 'limit',
  kill: 'limit',
  restart: 'quiet',
  start: 'quiet',
  stop: 'quiet',
  pause: 'quiet',
  unpause: 'quiet',
};

/** Heads of marks that would cover each other, as one that says all of them; the worst gives its look. */
export function headsOf(marks: readonly LiveMark[], nearMs: number): LiveMark[] {
  const worth = { harm: 2, limit: 1, quiet: 0 };
  const heads: LiveMark[] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const mark of [...marks].sort((one, other) => one.xMs - other.xMs)) {
    const head = heads[heads.length - 1];
    if (head === undefined || mark.xMs - lastMs > nearMs) heads.push({ ...mark });
    else {
      if (worth[mark.tone] > worth[head.tone]) head.tone = mark.tone;
      head.isAlert ||= mark.isAlert;
      head.text += `\n${mark.text}`;
    }
    lastMs = mark.xMs;
  }
  return heads;
}

/** What happened within the stretch; at one moment alerts come last, so that they are on top. */
export function marksOf(
  events: readonly InstanceEvent[],
  alerts: readonly Alert[],
  fromMs: number,
  toMs: number,
): LiveMark[] {
  const ofEvents = events.flatMap(({ action, detail, tMs }, at): LiveMark[] => {
    const tone = TONES[action];
    return tone === undefined || tMs === undefined
      ? []
      : [
          {
            key: `event/${String(at)}`,
            xMs: tMs,
            tone,
            text: detail === undefined ? action : `${action}: ${said(detail)}`,
            isAlert: false,
          },
        ];
  });
  const ofAlerts = alerts.map(({ id, tMs, message }): LiveMark => ({
    key: `alert/${id}`,
    xMs: tMs,
    tone: 'harm',
    text: t('Alert: {{message}}', { message: said(message) }),
    isAlert: true,
  }));
  return [...ofEvents, ...ofAlerts].filter(({ xMs }) => xMs >= fromMs && xMs <= toMs);
}
