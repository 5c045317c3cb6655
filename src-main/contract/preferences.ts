import * as v from 'valibot';
import type { WireError } from './errors.js';
import { LimitsSchema } from './limits.js';
import { DEFAULT_STORE_SETTINGS, StoreSettingsSchema } from './store-settings.js';
import type { StoreSettings } from './store-settings.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export const ThemeSchema = v.picklist(THEMES);
export type Theme = v.InferOutput<typeof ThemeSchema>;

/** What the window speaks; the core and the command line speak English. */
export const LANGUAGES = ['en', 'pt-BR'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every kind of Portuguese is answered in that of Brazil; who asks for neither gets English. */
export function systemLanguage(wanted: readonly string[]): Language {
  const found = wanted.find((tag) => /^(en|pt)\b/i.test(tag));
  return found !== undefined && /^pt/i.test(found) ? 'pt-BR' : 'en';
}

export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const;
export const LanguageChoiceSchema = v.picklist(LANGUAGE_CHOICES);
export type LanguageChoice = v.InferOutput<typeof LanguageChoiceSchema>;

/** What the Lab's form begins with. An absent limit is no limit. */
export const RunDefaultsSchema = v.strictObject({
  limits: LimitsSchema,
  /** Between two samples of a run, 20 ms to 60 s. */
  periodMs: v.pipe(v.number(), v.minValue(20), v.maxValue(60_000)),
});
export type RunDefaults = v.InferOutput<typeof RunDefaultsSchema>;

/** Ports below 1024 belong to the system. */
export const ScrapeSettingsSchema = v.strictObject({
  enabled: v.boolean(),
  port: v.pipe(v.number(), v.integer(), v.minValue(1024), v.maxValue(65_535)),
});
export type ScrapeSettings = v.InferOutput<typeof ScrapeSettingsSchema>;

export interface Preferences {
  theme: Theme;
  language: LanguageChoice;
  runDefaults: RunDefaults;
  /** An icon beside the clock, with the load and a way to stop all runs. */
  tray: boolean;
  /** Live numbers for a Prometheus of this machine. */
  scrape: ScrapeSettings;
  /** What is recorded, and how long it is kept. */
  store: StoreSettings;
}

/** By the name of each in the settings' file. */
export const PREFERENCES = {
  theme: ThemeSchema,
  language: LanguageChoiceSchema,
  runDefaults: RunDefaultsSchema,
  tray: v.boolean(),
  scrape: ScrapeSettingsSchema,
  store: StoreSettingsSchema,
} as const;

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'system',
  runDefaults: {
    limits: { memoryBytes: 64 * 1024 ** 2, timeoutMs: 10_000, pids: 64 },
    periodMs: 100,
  },
  tray: false,
  // 9464 is what OpenTelemetry's exporters for Prometheus take.
  scrape: { enabled: false, port: 9464 },
  store: DEFAULT_STORE_SETTINGS,
};

/** What is absent stays as it is. */
export const PreferencesChangeSchema = v.strictObject({
  theme: v.optional(ThemeSchema),
  language: v.optional(LanguageChoiceSchema),
  runDefaults: v.optional(RunDefaultsSchema),
  tray: v.optional(v.boolean()),
  scrape: v.optional(ScrapeSettingsSchema),
  store: v.optional(StoreSettingsSchema),
});
export type PreferencesChange = v.InferOutput<typeof PreferencesChangeSchema>;

export interface ScrapeState {
  /** False in a lab that no window has: there the setting is not obeyed. */
  isOffered: boolean;
  /** While it is open. */
  url?: string;
  /** Why it is not, although it is wanted. */
  problem?: WireError;
}
