import type { ptBR } from './pt-BR/index.js';

type Catalogue = typeof ptBR;
type WithoutForm<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/**
 * A text of the window, in English: it is its own key. One without a translation is none, so that
 * leaving one out does not compile. What has a form for one and one for many is given without `_one`, `_other`.
 */
export type Source = WithoutForm<keyof Catalogue>;

type Placeholder<S> = S extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** What stands between `{{` and `}}` in a text. */
export type Values<S> = Record<Placeholder<S>, string | number>;

/** A text that needs no values: what a table of words holds. */
export type Words = Exclude<Source, `${string}{{${string}`>;

/**
 * CLDR's Portuguese has a third form, for millions (`1 milhão de`), and says `0` as it says `1`: ours says
 * both as it says many (`0 processos`).
 */
function withAllForms(catalogue: Record<string, string>): Record<string, string> {
  const more = Object.entries(catalogue)
    .filter(([key]) => key.endsWith('_other'))
    .flatMap(([key, text]) =>
      ['_many', '_zero'].map((form) => [key.replace(/_other$/, form), text]),
    );
  return { ...catalogue, ...(Object.fromEntries(more) as Record<string, string>) };
}

export interface Translations {
  /** For i18next. */
  window: Readonly<Record<string, string>>;
  /** What the core says (`sentenceOf`). */
  core: Readonly<Record<string, string>>;
}

/** Rejects when that part of the page cannot be read. */
export async function readPortuguese(): Promise<Translations> {
  const whole = await import('./pt-BR/whole.js');
  return { window: withAllForms(whole.ptBR), core: whole.core };
}
