interface Pattern {
  matches: RegExp;
  names: readonly string[];
  text: string;
}

type Catalogue = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
/** Between two sentences. */
const NEXT_SENTENCE = /(?<=[.!?]) /;
const LIST = ', ';
const compiled = new WeakMap<object, readonly Pattern[]>();

/**
 * The translation of what was said in English: the one of the same words; of several sentences, or of a list, that of
 * each where all have one; else the first whose words stand around the values in the same way (`No program called
 * {{name}} was found.`). A value whose name begins in upper case (`It failed: {{Why}}`) was said in English itself;
 * one that is called a number is one, perhaps with a unit of bytes, and one that is called a word has no space.
 */
export function sentenceOf(said: string, catalogue: Catalogue): string | undefined {
  const same = Object.hasOwn(catalogue, said) ? catalogue[said] : undefined;
  return (
    same ??
    eachOf(said.split(NEXT_SENTENCE), ' ', catalogue) ??
    eachOf(said.split(LIST), LIST, catalogue) ??
    byPattern(said, catalogue)
  );
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
      return /^[A-Z]/.test(name) ? (sentenceOf(value, catalogue) ?? value) : value;
    });
  }
  return undefined;
}

function patternsOf(catalogue: Catalogue): readonly Pattern[] {
  let patterns = compiled.get(catalogue);
  if (patterns === undefined) {
    patterns = Object.entries(catalogue)
      .filter(([source]) => source.includes('{{'))
      // The more words, the better it fits.
      .sort(([one], [other]) => wordsIn(other) - wordsIn(one))
      .map(([source, text]) => patternOf(source, text));
    compiled.set(catalogue, patterns);
  }
  return patterns;
}

function patternOf(source: string, text: string): Pattern {
  const names = [...source.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  const matches = source
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .reduce((before, part, at) => `${before}(${valueOf(names[at - 1])})${part}`);
  return { matches: new RegExp(`^${matches}$`), names, text };
}

function valueOf(name = ''): string {
  if (name.startsWith('number')) return '-?[\\d.,]+(?: [KMGT]?i?B)?';
  return name.startsWith('word') ? '[^\\s,]+' : '[\\s\\S]+?';
}

function wordsIn(source: string): number {
  return source.replace(PLACEHOLDER, '').length;
}
