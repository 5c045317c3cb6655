import i18next from 'i18next';
import type { Language, LanguageChoice } from '../../src-main/contract/index.js';
import { keep } from '../state/kept.js';
import { readPortuguese } from './catalogue.js';
import type { Source, Translations, Values } from './catalogue.js';
import { en } from './en.js';
import { keptLanguage, language, languageOf, speak } from './language.js';
import { sentenceOf } from './sentences.js';

export { keptLanguage, language, locale } from './language.js';
export type { Source, Words } from './catalogue.js';

const translator = i18next.createInstance();
void translator.init({
  lng: 'en',
  fallbackLng: false,
  load: 'currentOnly',
  initAsync: false,
  resources: { en: { translation: en } },
  // The keys are sentences: they have dots and colons of their own.
  keySeparator: false,
  nsSeparator: false,
  contextSeparator: '\u0004',
  // Svelte escapes what it shows.
  interpolation: { escapeValue: false },
});

let portuguese: Translations | undefined;
let wanted: Language = 'en';

/**
 * For this window as soon as its words are read, and from the first word for the next one. Never rejects: without its
 * words the window goes on in the language that it has.
 */
export async function chooseLanguage(choice: LanguageChoice): Promise<void> {
  if (choice !== keptLanguage()) keep('language', choice);
  const next = languageOf(choice);
  wanted = next;
  try {
    if (next === 'pt-BR' && portuguese === undefined) learn(await readPortuguese());
    // Another may have been chosen meanwhile.
    if (wanted === next) speak(next);
  } catch (error) {
    console.error(error);
  }
}

function learn(words: Translations): void {
  portuguese = words;
  translator.addResourceBundle('pt-BR', 'translation', words.window);
}

/**
 * `source` in the language of the window, with its values put in. `count` chooses between the forms for one
 * and for many.
 */
export function t<S extends Source>(
  source: S,
  ...values: S extends `${string}{{${string}` ? [Values<S>] : []
): string {
  const given: Record<string, string | number> = values[0] ?? {};
  const shown = Object.entries(given).map(([name, value]) => [name, written(value)]);
  return translator.t(source, {
    ...('count' in given && { count: given['count'] }),
    replace: Object.fromEntries(shown) as Record<string, string>,
    lng: language(),
  });
}

/** A number has the decimal mark of the window's language. */
function written(value: string | number): string {
  return typeof value === 'number' && language() === 'pt-BR'
    ? String(value).replace('.', ',')
    : String(value);
}

/**
 * What the lab's core said, in the language of the window: the core and the command line speak English.
 * What has no translation stays as it is.
 */
export function said(text: string): string {
  if (language() === 'en' || portuguese === undefined) return text;
  const { core } = portuguese;
  // Hints come with a blank before them.
  const sentence = text.trim();
  return text.replace(sentence, () => sentenceOf(sentence, core) ?? sentence);
}
