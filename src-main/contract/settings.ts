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
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Of the file. It is written with every change; a file without it is of the first version. */
export const SETTINGS_VERSION = 1;

export interface SettingsView {
  settings: {
    runtimePaths: Record<string, string>;
    monitor: MonitorSettings;
  } & Preferences;
  /** The file; absent where the lab keeps none. */
  path?: string;
  /** What was wrong with the file, and where its content is now. */
  problem?: WireError;
}
