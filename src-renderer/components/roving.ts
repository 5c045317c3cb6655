import type { Attachment } from 'svelte/attachments';

/**
 * A row of small buttons as one stop of the Tab key: arrows, Home and End move within it. Buttons
 * may come and go.
 */
export const roving: Attachment<HTMLElement> = (group) => {
  const items = (): HTMLElement[] => [...group.querySelectorAll<HTMLElement>('button')];
  const choose = (chosen: HTMLElement | undefined): void => {
    const all = items();
    const one = chosen ?? all.find((item) => item === document.activeElement) ?? all[0];
    for (const item of all) item.tabIndex = item === one ? 0 : -1;
  };
  const onKey = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    // Within something that one of the buttons opened.
    if (at < 0) return;
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const to = moves[event.key];
    const next = to === undefined ? undefined : all[(to + all.length) % all.length];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    next.focus();
  };
  const onFocus = (event: FocusEvent): void => choose(event.target as HTMLElement);
  const watcher = new MutationObserver(() => choose(undefined));
  choose(undefined);
  watcher.observe(group, { childList: true, subtree: true });
  group.addEventListener('keydown', onKey);
  group.addEventListener('focusin', onFocus);
  return () => {
    watcher.disconnect();
    group.removeEventListener('keydown', onKey);
    group.removeEventListener('focusin', onFocus);
  };
};
