/**
 * Puts an element above everything and places it in the window: until Chromium 129 an ancestor with
 * a `container-type` would hold even a fixed one within itself, under what follows it. Returns what
 * takes it down; removing it from the page does too.
 */
export function enterTopLayer(element: HTMLElement): () => void {
  if (!('showPopover' in element)) return () => undefined;
  element.popover = 'manual';
  element.showPopover();
  return () => {
    element.popover = null;
  };
}
