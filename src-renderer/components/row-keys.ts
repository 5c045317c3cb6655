import type { Attachment } from 'svelte/attachments';

const CELL = 'tbody button';

/** Buttons that say none share one. */
const columnOf = ({ dataset }: HTMLElement): string => dataset['cell'] ?? '';

/**
 * A table's buttons as one stop of the Tab key: up and down, Home and End move within a column, left
 * and right within a row. Rows may come and go.
 */
export const rowKeys: Attachment<HTMLElement> = (table) => {
  const cells = (column?: string): HTMLElement[] =>
    [...table.querySelectorAll<HTMLElement>(CELL)].filter(
      (cell) => column === undefined || columnOf(cell) === column,
    );
  const choose = (chosen?: HTMLElement): void => {
    const all = cells();
    const one = chosen ?? all.find(({ tabIndex }) => tabIndex === 0) ?? all[0];
    for (const cell of all) {
      const wanted = cell === one ? 0 : -1;
      if (cell.tabIndex !== wanted) cell.tabIndex = wanted;
    }
  };
  const target = (from: HTMLElement, key: string): HTMLElement | undefined => {
    const column = cells(columnOf(from));
    const at = column.indexOf(from);
    const inRow = [...(from.closest('tr')?.querySelectorAll<HTMLElement>('button') ?? [])];
    const beside = inRow.indexOf(from);
    const moves: Record<string, HTMLElement | undefined> = {
      ArrowDown: column[at + 1],
      ArrowUp: column[at - 1],
      Home: column[0],
      End: column[column.length - 1],
      ArrowRight: inRow[beside + 1],
      ArrowLeft: inRow[beside - 1],
    };
    return moves[key];
  };
  const onKey = (event: KeyboardEvent): void => {
    const from = (event.target as HTMLElement).closest<HTMLElement>(CELL);
    const to = from === null ? undefined : target(from, event.key);
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
    to.closest('tr')?.scrollIntoView({ block: 'nearest' });
  };
  const onFocus = (event: FocusEvent): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>(CELL);
    if (cell !== null) choose(cell);
  };
  const watcher = new MutationObserver(() => choose());
  choose();
  watcher.observe(table, { childList: true, subtree: true });
  table.addEventListener('keydown', onKey);
  table.addEventListener('focusin', onFocus);
  return () => {
    watcher.disconnect();
    table.removeEventListener('keydown', onKey);
    table.removeEventListener('focusin', onFocus);
  };
};
