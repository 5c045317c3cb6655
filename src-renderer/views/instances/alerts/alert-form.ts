import * as v from 'valibot';
import { MonitorSettingsSchema, parseDuration } from '../../../../src-main/contract/index.js';
import type { MonitorSettings } from '../../../../src-main/contract/index.js';
import type { Words } from '../../../i18n/index.js';

/** What stands in the fields, as text. */
export interface AlertFormValues {
  period: string;
  memoryOn: boolean;
  memoryPercent: string;
  memorySeconds: string;
  oomOn: boolean;
  restartOn: boolean;
  restartTimes: string;
  restartSeconds: string;
  linearOn: boolean;
  linearPercent: string;
}
export const ALERT_FIELDS = [
  'period',
  'memoryPercent',
  'memorySeconds',
  'restartTimes',
  'restartSeconds',
  'linearPercent',
] as const satisfies readonly (keyof AlertFormValues)[];
export type AlertField = (typeof ALERT_FIELDS)[number];
export type AlertFormRead =
  { settings: MonitorSettings } | { errors: Partial<Record<AlertField, Words>> };

/** By the path of the schema's complaint: which field it is about, and what would fit. */
const FIELDS: Record<string, { field: AlertField; fits: Words }> = {
  periodMs: { field: 'period', fits: 'A time between 100 ms and 60 s: 500 ms, 2 s.' },
  'alerts.memoryAbove.percent': { field: 'memoryPercent', fits: 'Between 1 and 100 %.' },
  'alerts.memoryAbove.forMs': { field: 'memorySeconds', fits: 'Between 0 and 86 400 seconds.' },
  'alerts.restartLoop.times': { field: 'restartTimes', fits: 'A whole number, 2 to 1000.' },
  'alerts.restartLoop.withinMs': { field: 'restartSeconds', fits: 'Between 1 and 86 400 seconds.' },
  'alerts.linearNearMaximum.percent': { field: 'linearPercent', fits: 'Between 1 and 100 %.' },
};

export function valuesOf({ periodMs, alerts }: MonitorSettings): AlertFormValues {
  const { memoryAbove, oomKill, restartLoop, linearNearMaximum } = alerts;
  return {
    period: periodMs % 1000 === 0 ? `${String(periodMs / 1000)} s` : `${String(periodMs)} ms`,
    memoryOn: memoryAbove.enabled,
    memoryPercent: String(memoryAbove.percent),
    memorySeconds: String(memoryAbove.forMs / 1000),
    oomOn: oomKill.enabled,
    restartOn: restartLoop.enabled,
    restartTimes: String(restartLoop.times),
    restartSeconds: String(restartLoop.withinMs / 1000),
    linearOn: linearNearMaximum.enabled,
    linearPercent: String(linearNearMaximum.percent),
  };
}

/** The settings, or at which field what is wrong: by the contract's own schema. */
export function readForm(values: AlertFormValues): AlertFormRead {
  const read = v.safeParse(MonitorSettingsSchema, {
    periodMs: parseDuration(values.period) ?? Number.NaN,
    alerts: {
      memoryAbove: {
        enabled: values.memoryOn,
        percent: numberOf(values.memoryPercent),
        forMs: numberOf(values.memorySeconds) * 1000,
      },
      oomKill: { enabled: values.oomOn },
      restartLoop: {
        enabled: values.restartOn,
        times: numberOf(values.restartTimes),
        withinMs: numberOf(values.restartSeconds) * 1000,
      },
      linearNearMaximum: {
        enabled: values.linearOn,
        percent: numberOf(values.linearPercent),
      },
    },
  });
  if (read.success) return { settings: read.output };
  const errors: Partial<Record<AlertField, Words>> = {};
  for (const issue of read.issues) {
    const known = FIELDS[v.getDotPath(issue) ?? ''];
    if (known !== undefined) errors[known.field] = known.fits;
  }
  return { errors };
}

/** Not a number where there is none: the schema then refuses it. */
function numberOf(text: string): number {
  return /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}
