const GAP = '\u0000';

/** A sentence as what stands before and behind a word of it that is to look different, wherever the language has it. */
export function around(sentence: (gap: string) => string): { before: string; after: string } {
  const [before = '', after = ''] = sentence(GAP).split(GAP);
  return { before, after };
}
