const LONGEST_END = 28;

/** A path in two parts: the first may be cut where there is no room, the end stays. */
export function pathParts(path: string): { head: string; end: string } {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const end = at > 0 ? path.slice(at) : path;
  const kept = Math.min(end.length, LONGEST_END);
  return { head: path.slice(0, path.length - kept), end: path.slice(path.length - kept) };
}

/** The first command in `backticks` of a sentence: what a reader may want to copy. */
export function commandIn(text: string): string | undefined {
  return /`([^`]+)`/.exec(text)?.[1];
}
