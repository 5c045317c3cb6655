import type { Attachment } from 'svelte/attachments';

const GAP_PX = 6;
const EDGE_PX = 8;

/** Keeps a fixed panel under its trigger, or above where there is no room, within the window. */
export function anchored(
  trigger: () => HTMLElement | undefined,
  side: 'left' | 'right' = 'left',
): Attachment<HTMLElement> {
  return (panel) => {
    const place = (): void => {
      const anchor = trigger()?.getBoundingClientRect();
      if (anchor === undefined) return;
      const { offsetWidth: width, offsetHeight: height } = panel;
      const wanted = side === 'left' ? anchor.left : anchor.right - width;
      const left = Math.max(EDGE_PX, Math.min(wanted, window.innerWidth - width - EDGE_PX));
      const below = anchor.bottom + GAP_PX;
      const above = anchor.top - GAP_PX - height;
      const fits = below + height <= window.innerHeight - EDGE_PX || above < EDGE_PX;
      panel.style.left = `${String(Math.round(left))}px`;
      panel.style.top = `${String(Math.round(fits ? below : above))}px`;
      panel.style.maxHeight = fits
        ? `${String(Math.max(160, window.innerHeight - below - EDGE_PX))}px`
        : '';
    };
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(panel);
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    return () => {
      sizes.disconnect();
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
    };
  };
}
