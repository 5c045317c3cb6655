/** Where a key leads from a row; undefined where it is no key of the table. */
export function moveOf(key: string, from: number, count: number, page: number): number | undefined {
  const last = count - 1;
  const moves: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from < 0 ? 0 : from - 1,
    PageDown: Math.max(0, from) + page,
    PageUp: from - page,
    Home: 0,
    End: last,
  };
  const to = moves[key];
  return to === undefined || count === 0 ? undefined : Math.min(last, Math.max(0, to));
}
