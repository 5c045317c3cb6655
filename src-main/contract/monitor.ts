import * as v from 'valibot';

const percent = v.pipe(v.number(), v.minValue(1), v.maxValue(100));

/** When the user wants to be told. Each rule is held against every instance. */
export const AlertRulesSchema = v.strictObject({
  /** The memory that its limit is held against stays above `percent` of it for `forMs`. */
  memoryAbove: v.optional(
    v.strictObject({
      enabled: v.boolean(),
      percent,
      forMs: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000)),
    }),
    { enabled: true, percent: 90, forMs: 30_000 },
  ),
  /** The kernel killed a process of it for want of memory. */
  oomKill: v.optional(v.strictObject({ enabled: v.boolean() }), { enabled: true }),
  /** It was started `times` within `withinMs`. */
  restartLoop: v.optional(
    v.strictObject({
      enabled: v.boolean(),
      times: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000)),
      withinMs: v.pipe(v.number(), v.minValue(1000), v.maxValue(86_400_000)),
    }),
    { enabled: true, times: 3, withinMs: 60_000 },
  ),
  /** A linear memory of known maximum has grown to `percent` of it. */
  linearNearMaximum: v.optional(v.strictObject({ enabled: v.boolean(), percent }), {
    enabled: true,
    percent: 95,
  }),
});
export type AlertRules = v.InferOutput<typeof AlertRulesSchema>;
export type AlertRuleName = keyof AlertRules;

export const MonitorSettingsSchema = v.strictObject({
  /** Between two samples of an instance while somebody looks: 100 ms to 60 s. */
  periodMs: v.optional(v.pipe(v.number(), v.minValue(100), v.maxValue(60_000)), 1000),
  alerts: v.optional(AlertRulesSchema, {}),
});
export type MonitorSettings = v.InferOutput<typeof MonitorSettingsSchema>;

export const DEFAULT_MONITOR_SETTINGS: MonitorSettings = v.parse(MonitorSettingsSchema, {});

/** A rule that came true; the same rule is not raised again for an instance before it was untrue. */
export interface Alert {
  id: string;
  rule: AlertRuleName;
  instanceId: string;
  /** The instance's name at that time. */
  name: string;
  atIso: string;
  /** On the monitor's axis: where the mark on a chart belongs. */
  tMs: number;
  /** What happened, as a sentence, with the numbers. */
  message: string;
  /** What to do about it. */
  hint: string;
}
