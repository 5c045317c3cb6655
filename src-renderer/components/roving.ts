import type { Attachment } from 'svelte/attachments';

/**
 * A row of small buttons as one stop of the Tab key: arrows, Home and End move within it. In a table
 * up and down stay in their column. Buttons may come, go and be hidden.
 */
export const roving: Attachment<HTMLElement> = (group) => {
  let stop: HTMLElement | undefined;
  const items = (): HTMLElement[] => [...group.querySelectorAll<HTMLElement>('button')];
  const seen = (): HTMLElement[] => items().filter((item) => item.checkVisibility());
  const choose = (chosen: HTMLElement | undefined): void => {
    const all = items();
    stop = chosen ?? all.find((item) => item === document.activeElement) ?? standing(all);
    for (const item of all) item.tabIndex = item === stop ? 0 : -1;
  };
  /** What cannot be seen cannot be stopped at; where the whole group cannot, that is looked at later. */
  const standing = (all: readonly HTMLElement[]): HTMLElement | undefined =>
    [stop, ...all].find((item) => item && all.includes(item) && item.checkVisibility()) ?? all[0];
  const onKey = (event: KeyboardEvent): void => {
    const all = seen();
    const at = all.find((item) => item === document.activeElement);
    // Within something that one of the buttons opened.
    if (at === undefined) return;
    const column = all.filter((item) => columnOf(item) === columnOf(at));
    const moves: Record<string, () => HTMLElement | undefined> = {
      ArrowRight: () => beside(all, at, 1),
      ArrowDown: () => beside(column, at, 1),
      ArrowLeft: () => beside(all, at, -1),
      ArrowUp: () => beside(column, at, -1),
      Home: () => all[0],
      End: () => all[all.length - 1],
    };
    const next = moves[event.key]?.();
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    next.focus();
  };
  const onFocus = ({ target }: FocusEvent): void => {
    choose(items().find((item) => item === target));
  };
  const settle = (): void => choose(undefined);
  const watcher = new MutationObserver(settle);
  const sizes = new ResizeObserver(settle);
  settle();
  watcher.observe(group, { childList: true, subtree: true });
  sizes.observe(group);
  group.addEventListener('keydown', onKey);
  group.addEventListener('focusin', onFocus);
  return () => {
    watcher.disconnect();
    sizes.disconnect();
    group.removeEventListener('keydown', onKey);
    group.removeEventListener('focusin', onFocus);
  };
};

function columnOf(item: HTMLElement): number | undefined {
  return item.closest<HTMLTableCellElement>('td, th')?.cellIndex;
}

/** The next one, round the end. */
function beside(
  all: readonly HTMLElement[],
  at: HTMLElement,
  step: number,
): HTMLElement | undefined {
  return all[(all.indexOf(at) + step + all.length) % all.length];
}
