import * as v from 'valibot';

const days = (usual: number) =>
  v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(36_500)), usual);

/** A file smaller than this would have no room for what is being recorded. */
export const LEAST_BUDGET_BYTES = 16 * 1024 ** 2;

/** What is recorded, how long it is kept, and how finely. Runs, experiments and what is pinned stay whole. */
export const StoreSettingsSchema = v.pipe(
  v.strictObject({
    /** Whether what the lab runs is recorded at all. What has begun to be recorded is so to its end. */
    isRecording: v.optional(v.boolean(), true),
    /** Every sample of a watched instance; after that the lowest, highest and mean of each second. */
    rawDays: days(7),
    /** After that of each 10 seconds. */
    oneSecondDays: days(30),
    /** After that of each minute, until the budget is spent. */
    tenSecondDays: days(180),
    /** What was removed can be had back so long. */
    removedDays: days(7),
    /** The file is kept below this, by thinning out the oldest recordings sooner. */
    budgetBytes: v.optional(
      v.pipe(v.number(), v.safeInteger(), v.minValue(LEAST_BUDGET_BYTES)),
      1024 ** 3,
    ),
  }),
  v.check(
    ({ rawDays, oneSecondDays, tenSecondDays }) =>
      rawDays <= oneSecondDays && oneSecondDays <= tenSecondDays,
    'what is finer is kept no longer than what is coarser',
  ),
);
export type StoreSettings = v.InferOutput<typeof StoreSettingsSchema>;

export const DEFAULT_STORE_SETTINGS: StoreSettings = v.parse(StoreSettingsSchema, {});
