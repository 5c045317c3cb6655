interface Pattern {
  matches: RegExp;
  names: readonly string[];
  text: string;
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
const compiled = new WeakMap<object, readonly Pattern[]>();

/** A longer one is no sentence of the core, and looking for it would take its time. */
const LONGEST = 4000;
/** Of the sentences that were asked for last: a view asks for the same ones with each of its readings. */
const MOST_KNOWN = 2000;
const known = new WeakMap<object, Map<string, string | undefined>>();

/**
 * The translation of a finished English sentence: the one of the same words, else the first whose words
 * stand around the values in the same way (`No program called {{name}} was found.`). A value whose name
 * begins with `said` is itself something that the core says (`{{saidTitle}}: refused.`), and one whose name
 * begins with `each` a list of such.
 */
export function sentenceOf(
  sentence: string,
  catalogue: Readonly<Record<string, string>>,
): string | undefined {
  const same = Object.hasOwn(catalogue, sentence) ? catalogue[sentence] : undefined;
  if (same !== undefined || sentence.length > LONGEST) return same;
  const before = knownOf(catalogue);
  if (!before.has(sentence)) {
    if (before.size >= MOST_KNOWN) before.clear();
    before.set(sentence, byPattern(sentence, catalogue));
  }
  return before.get(sentence);
}

function byPattern(
  sentence: string,
  catalogue: Readonly<Record<string, string>>,
): string | undefined {
  for (const { matches, names, text } of patternsOf(catalogue)) {
    const found = matches.exec(sentence);
    if (found === null) continue;
    return text.replace(PLACEHOLDER, (_, name: string) => {
      const value = found[names.indexOf(name) + 1] ?? '';
      const saidOf = (one: string): string => sentenceOf(one, catalogue) ?? one;
      if (name.startsWith('each')) return value.split(', ').map(saidOf).join(', ');
      return name.startsWith('said') ? saidOf(value) : withComma(name, value);
    });
  }
  return undefined;
}

/** What a number is called in a sentence whose unit stands beside it. */
const NUMBER = /^(percent|times|cores|median|low|high|ms|otherMs)$/;

/** Of a quantity, not of a version: `64.0 MiB`, and `1.5` where it is percent. */
function withComma(name: string, value: string): string {
  const quantity = NUMBER.test(name)
    ? /^(\d+)\.(\d+)$/
    : /^(\d+)\.(\d+ (?:[KMGT]?i?B|µs|ms|s|min|h|%))$/;
  return value.replace(quantity, '$1,$2');
}

function knownOf(catalogue: object): Map<string, string | undefined> {
  const before = known.get(catalogue);
  if (before !== undefined) return before;
  const fresh = new Map<string, string | undefined>();
  known.set(catalogue, fresh);
  return fresh;
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
