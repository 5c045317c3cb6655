interface Pattern {
  matches: RegExp;
  names: readonly string[];
  text: string;
}

type Catalogue = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
/** Between two sentences. */
const NEXT_SENTENCE = /(?<=[.!?]) (?=[A-Z“])/;
const LIST = ', ';
/** So a value is called that was said in English itself. */
const SAID = /^(?:[A-Z]|said[A-Z])/;
/** Names or words: `start, stop and kill`. */
const JOINED = /^[\w.-]+(?:, [\w.-]+| (?:and|or) [\w.-]+)+$/;
/** With its unit: without one it may be a version. */
const AMOUNT = /^(-?\d+)\.(\d+ (?:[KMGT]?i?B|µs|ms|s|min|h|%))$/;
const compiled = new WeakMap<Catalogue, readonly Pattern[]>();
/** A table shows the same words with each sample. */
const known = new WeakMap<Catalogue, Map<string, string | undefined>>();
const MOST_KNOWN = 5000;
/** A longer text is none of the core's, and looking for it would take its time. */
const LONGEST_SENTENCE = 4000;

/**
 * The translation of what was said in English: the one of the same words; of several sentences, or of a list, that of
 * each where all have one; else the first whose words stand around the values in the same way (`No program called
 * {{name}} was found.`).
 *
 * A value whose name begins in upper case or with `said` (`It failed: {{Why}}`) was said in English itself, `{{each…}}`
 * is a list in which some was; `{{number…}}` is a number, perhaps with decimals and a unit of bytes, `{{word…}}` has no
 * blank in it.
 */
export function sentenceOf(said: string, catalogue: Catalogue): string | undefined {
  if (said.length > LONGEST_SENTENCE) return undefined;
  const found = known.get(catalogue) ?? new Map<string, string | undefined>();
  known.set(catalogue, found);
  if (found.has(said)) return found.get(said);
  const translation = translationOf(said, catalogue);
  if (found.size >= MOST_KNOWN) found.clear();
  found.set(said, translation);
  return translation;
}

function translationOf(said: string, catalogue: Catalogue): string | undefined {
  const same = Object.hasOwn(catalogue, said) ? catalogue[said] : undefined;
  return (
    same ??
    eachOf(said.split(NEXT_SENTENCE), ' ', catalogue) ??
    byPattern(said, catalogue) ??
    eachOf(said.split(LIST), LIST, catalogue)
  );
}

/** What a number is called in a sentence whose unit stands beside it. */
const BARE = /^(percent|times|cores|median|low|high|ms|otherMs)$/;

/** Of a quantity, not of a version: `64.0 MiB`, and `1.5` where it is percent. */
function withComma(name: string, value: string): string {
  if (isNumber(name)) return value.replace('.', ',');
  return value.replace(BARE.test(name) ? /^(\d+)\.(\d+)$/ : AMOUNT, '$1,$2');
}

function eachOf(
  parts: readonly string[],
  between: string,
  catalogue: Catalogue,
): string | undefined {
  if (parts.length < 2) return undefined;
  const found = parts.flatMap((part) => sentenceOf(part, catalogue) ?? []);
  return found.length === parts.length ? found.join(between) : undefined;
}

function byPattern(said: string, catalogue: Catalogue): string | undefined {
  for (const { matches, names, text } of patternsOf(catalogue)) {
    const found = matches.exec(said);
    if (found === null) continue;
    return text.replace(PLACEHOLDER, (_, name: string) => {
      const value = found[names.indexOf(name) + 1] ?? '';
      if (/^each[A-Z]/.test(name)) {
        const parts = value.split(LIST);
        return parts.map((part) => sentenceOf(part, catalogue) ?? part).join(LIST);
      }
      return SAID.test(name) ? valueOf(value, catalogue) : withComma(name, value);
    });
  }
  return undefined;
}

/** A sentence at the end of another one has lost its full stop to it. */
function valueOf(value: string, catalogue: Catalogue): string {
  return (
    sentenceOf(value, catalogue) ??
    sentenceOf(`${value}.`, catalogue)?.replace(/\.$/, '') ??
    (JOINED.test(value)
      ? value.replace(/[\w.-]+/g, (word) => sentenceOf(word, catalogue) ?? word)
      : value)
  );
}

function patternsOf(catalogue: Catalogue): readonly Pattern[] {
  let patterns = compiled.get(catalogue);
  if (patterns === undefined) {
    patterns = Object.entries(catalogue)
      .filter(([source]) => source.includes('{{'))
      .sort(([one], [other]) => fitness(other) - fitness(one))
      .map(([source, text]) => patternOf(source, text));
    compiled.set(catalogue, patterns);
  }
  return patterns;
}

function patternOf(source: string, text: string): Pattern {
  const names = [...source.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  const around = source
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const values = names.map(placeOf);
  const matches = around.map((part, at) => `${part}${values[at] ?? ''}`).join('');
  return { matches: new RegExp(`^${matches}$`), names, text };
}

function isNumber(name: string): boolean {
  return /^number(?![a-z])/.test(name);
}

function placeOf(name: string): string {
  if (isNumber(name)) return '(-?[\\d.,]+(?:e[+-]\\d+)?(?: [KMGT]?i?B)?)';
  return /^word(?![a-z])/.test(name) ? '([^\\s,]+)' : '([\\s\\S]+?)';
}

/**
 * The more words, the better it fits. What begins with a value comes last: it would take all that stands before its
 * words for that value, also the beginning of a sentence in which its own stands.
 */
function fitness(source: string): number {
  const words = source.replace(PLACEHOLDER, '').length;
  return source.startsWith('{{') ? words : words + LONGEST_SENTENCE;
}
