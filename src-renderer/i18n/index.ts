import i18next from 'i18next';
import { RESOURCES } from './catalogue.js';
import type { Source, Values } from './catalogue.js';
import { core } from './pt-BR/core.js';
import { language } from './language.js';
import { sentenceOf } from './sentences.js';

export { chooseLanguage, keptLanguage, language, locale } from './language.js';
export type { Source, Words } from './catalogue.js';

const translator = i18next.createInstance();
void translator.init({
  lng: 'en',
  fallbackLng: false,
  load: 'currentOnly',
  initAsync: false,
  resources: RESOURCES,
  // The keys are sentences: they have dots and colons of their own.
  keySeparator: false,
  nsSeparator: false,
  contextSeparator: '\u0004',
  // Svelte escapes what it shows.
  interpolation: { escapeValue: false },
});

/**
 * `source` in the language of the window, with its values put in. `count` chooses between the forms for one
 * and for many.
 */
export function t<S extends Source>(
  source: S,
  ...values: S extends `${string}{{${string}` ? [Values<S>] : []
): string {
  return translator.t(source, { ...values[0], lng: language() });
}

/**
 * What the lab's core said, in the language of the window: the core and the command line speak English.
 * What has no translation stays as it is.
 */
export function said(text: string): string {
  if (language() === 'en') return text;
  // Hints come with a blank before them.
  const sentence = text.trim();
  return text.replace(sentence, () => sentenceOf(sentence, core) ?? sentence);
}
