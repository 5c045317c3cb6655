import { fireEvent } from '@testing-library/svelte';
import { vi } from 'vitest';

/** What pressing a number leaves in the clipboard. */
export async function copiedBy(number: HTMLElement): Promise<string | undefined> {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await fireEvent.click(number);
  const [text] = write.mock.lastCall ?? [];
  write.mockRestore();
  return text;
}

/** How many of its buttons the Tab key stops at. */
export function tabStops(group: HTMLElement): number {
  return [...group.querySelectorAll('button')].filter(({ tabIndex }) => tabIndex === 0).length;
}
