const SHOWN = 3;

/** `Did you mean a or b? `, of those that are written alike; empty where none is. */
export function didYouMean(text: string, names: readonly string[]): string {
  const near = nearTo(text, names);
  return near.length === 0 ? '' : `Did you mean ${near.join(' or ')}? `;
}

/** The nearest first: what contains it, or differs in about every third letter at most. */
function nearTo(text: string, names: readonly string[]): string[] {
  const wanted = text.toLowerCase();
  const far = Math.max(1, Math.floor(text.length / 3));
  return [...new Set(names)]
    .map((name) => ({ name, distance: distanceOf(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= far || name.toLowerCase().includes(wanted))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, SHOWN)
    .map(({ name }) => name);
}

/** Letters to be put in, taken out or changed (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
