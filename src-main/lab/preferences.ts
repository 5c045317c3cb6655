import * as v from 'valibot';
import { DEFAULT_PREFERENCES, LabError, PREFERENCES, toWireError } from '../contract/index.js';
import type { Preferences, Settings, WireError } from '../contract/index.js';

/** Each by itself: one that makes no sense is as if it were not there, and takes none of the others with it. */
export function readPreferences(
  settings: Settings,
  path: string | undefined,
): {
  preferences: Preferences;
  problem?: WireError;
} {
  const wrong: string[] = [];
  const read = <N extends keyof Preferences>(name: N): Preferences[N] => {
    if (!Object.hasOwn(settings, name)) return DEFAULT_PREFERENCES[name];
    const parsed = v.safeParse(PREFERENCES[name], settings[name]);
    if (parsed.success) return parsed.output as Preferences[N];
    wrong.push(name);
    return DEFAULT_PREFERENCES[name];
  };
  const preferences: Preferences = {
    theme: read('theme'),
    language: read('language'),
    runDefaults: read('runDefaults'),
    tray: read('tray'),
    scrape: read('scrape'),
    store: read('store'),
  };
  return wrong.length === 0
    ? { preferences }
    : { preferences, problem: toWireError(notUnderstood(wrong, path)) };
}

function notUnderstood(names: readonly string[], path = 'the settings'): LabError {
  return new LabError(
    'settings-damaged',
    `In ${path}, the value of ${names.join(' and ')} makes no sense, so the default is used.`,
    'Choose it anew in Settings, or correct the file; until then the file stays as it is.',
  );
}
