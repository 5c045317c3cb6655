import * as v from 'valibot';
import type { WireError } from './errors.js';
import { MonitorSettingsSchema } from './monitor.js';
import type { MonitorSettings } from './monitor.js';
import type { Preferences } from './preferences.js';

/** What stands before the colon of a runtime's id. */
export const FamilySchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+$/, 'a family of runtimes, such as wasmtime'),
  v.maxLength(64),
);

export const PathSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));

const days = (usual: number) =>
  v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(36_500)), usual);

/** How long what was recorded of instances is kept, and how finely. Runs, experiments and what is pinned stay whole. */
export const StoreSettingsSchema = v.strictObject({
  /** Every sample; after that the lowest, highest and mean of each second. */
  rawDays: days(7),
  /** After that of each 10 seconds. */
  oneSecondDays: days(30),
  /** After that of each minute, until the budget is spent. */
  tenSecondDays: days(180),
  /** What was removed can be had back so long. */
  removedDays: days(7),
  /** The file is kept below this, by thinning out the oldest recordings sooner. */
  budgetBytes: v.optional(
    v.pipe(v.number(), v.safeInteger(), v.minValue(16 * 1024 ** 2)),
    1024 ** 3,
  ),
});
export type StoreSettings = v.InferOutput<typeof StoreSettingsSchema>;

export const DEFAULT_STORE_SETTINGS: StoreSettings = v.parse(StoreSettingsSchema, {});

/**
 * The user's settings as they are in the file. What a newer Paralelo wrote besides is kept; so are preferences
 * (PREFERENCES) of which one makes no sense, and only that one is not obeyed.
 */
export const SettingsSchema = v.looseObject({
  /** By family: the executable to take, instead of looking for one. */
  runtimePaths: v.optional(
    v.pipe(
      v.custom<object>((value) => !Array.isArray(value), 'an object'),
      v.record(FamilySchema, PathSchema),
    ),
    {},
  ),
  monitor: v.optional(MonitorSettingsSchema),
  store: v.optional(StoreSettingsSchema),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Of the file. It is written with every change; a file without it is of the first version. */
export const SETTINGS_VERSION = 1;

export interface SettingsView {
  settings: {
    runtimePaths: Record<string, string>;
    monitor: MonitorSettings;
    store: StoreSettings;
  } & Preferences;
  /** The file; absent where the lab keeps none. */
  path?: string;
  /** What was wrong with the file, and where its content is now. */
  problem?: WireError;
}
