import { createSubscriber } from 'svelte/reactivity';
import { LANGUAGE_CHOICES, systemLanguage } from '../../src-main/contract/index.js';
import type { Language, LanguageChoice } from '../../src-main/contract/index.js';
import { readKept } from '../state/kept.js';

const listeners = new Set<() => void>();
const subscribe = createSubscriber((update) => {
  listeners.add(update);
  return () => listeners.delete(update);
});
let current: Language = 'en';

/** The language of the window. What a component or an effect reads of it is read anew when it changes. */
export function language(): Language {
  subscribe();
  return current;
}

/** How its dates and numbers are written: as the reader has it where that is the same language (`en-GB`). */
export function locale(): string {
  const spoken = language();
  return navigator.languages.find((tag) => tag.slice(0, 2) === spoken.slice(0, 2)) ?? spoken;
}

/** What was chosen last, until the settings are known. */
export function keptLanguage(): LanguageChoice {
  const kept = readKept('language');
  return LANGUAGE_CHOICES.find((choice) => choice === kept) ?? 'system';
}

/** What `system` means here. */
export function languageOf(choice: LanguageChoice): Language {
  return choice === 'system' ? systemLanguage(navigator.languages) : choice;
}

export function speak(next: Language): void {
  document.documentElement.lang = next;
  if (next === current) return;
  current = next;
  for (const update of listeners) update();
}
