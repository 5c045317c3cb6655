interface Pattern {
  matches: RegExp;
  names: readonly string[];
  text: string;
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
const compiled = new WeakMap<object, readonly Pattern[]>();

/**
 * The translation of a finished English sentence: the one of the same words, else the first whose words
 * stand around the values in the same way (`No program called {{name}} was found.`).
 */
export function sentenceOf(
  sentence: string,
  catalogue: Readonly<Record<string, string>>,
): string | undefined {
  const same = Object.hasOwn(catalogue, sentence) ? catalogue[sentence] : undefined;
  if (same !== undefined) return same;
  for (const { matches, names, text } of patternsOf(catalogue)) {
    const found = matches.exec(sentence);
    if (found === null) continue;
    return text.replace(PLACEHOLDER, (_, name: string) => found[names.indexOf(name) + 1] ?? '');
  }
  return undefined;
}

function patternsOf(catalogue: Readonly<Record<string, string>>): readonly Pattern[] {
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
  const around = source
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { matches: new RegExp(`^${around.join('([\\s\\S]+?)')}$`), names, text };
}

function wordsIn(source: string): number {
  return source.replace(PLACEHOLDER, '').length;
}
