const ELLIPSIS = '…';

/** What others wrote, no longer than so many characters, the mark of the cut included; never cut inside a character. */
export function boundedText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const isHalf = /[\uD800-\uDBFF]$/.test(cut);
  return (isHalf ? cut.slice(0, -1) : cut) + ELLIPSIS;
}

/** The first texts of the list, together no longer than so many characters; a mark stands where it was cut. */
export function boundedList(texts: readonly string[], longest: number): string[] {
  const kept: string[] = [];
  let left = longest;
  for (const text of texts) {
    if (text.length > left) return [...kept, left > 0 ? boundedText(text, left) : ELLIPSIS];
    kept.push(text);
    // A list of empty texts is bounded too.
    left -= text.length + 1;
  }
  return kept;
}
