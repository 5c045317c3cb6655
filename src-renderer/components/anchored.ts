import type { Attachment } from 'svelte/attachments';
import { enterTopLayer } from './top-layer.js';

const GAP_PX = 6;
const EDGE_PX = 8;

/** Keeps a fixed panel under its trigger, or above where there is no room, within the window. */
export function anchored(
  trigger: () => HTMLElement | undefined,
  side: 'left' | 'right' = 'left',
): Attachment<HTMLElement> {
  return (panel) => {
    const leaveTopLayer = enterTopLayer(panel);
    const place = (): void => {
      const anchor = trigger()?.getBoundingClientRect();
      if (anchor === undefined) return;
      const { offsetWidth: width, offsetHeight: height } = panel;
      const edge = side === 'left' ? anchor.left : anchor.right - width;
      const left = Math.max(EDGE_PX, Math.min(edge, window.innerWidth - width - EDGE_PX));
      const roomBelow = window.innerHeight - anchor.bottom - GAP_PX - EDGE_PX;
      const roomAbove = anchor.top - GAP_PX - EDGE_PX;
      // Its whole height, also while it is cut and scrolls.
      const wanted = Math.max(height, panel.scrollHeight + panel.offsetHeight - panel.clientHeight);
      const under = wanted <= roomBelow || roomBelow >= roomAbove;
      const shown = Math.min(wanted, under ? roomBelow : roomAbove);
      panel.style.left = `${String(Math.round(left))}px`;
      panel.style.maxHeight = `${String(Math.round(under ? roomBelow : roomAbove))}px`;
      panel.style.top = `${String(Math.round(under ? anchor.bottom + GAP_PX : anchor.top - GAP_PX - shown))}px`;
    };
    /** What scrolls elsewhere moves no trigger. */
    const onScroll = ({ target }: Event): void => {
      if (target instanceof Node && target.contains(trigger() ?? null)) place();
    };
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(panel);
    window.addEventListener('resize', place);
    window.addEventListener('scroll', onScroll, true);
    return () => {
      leaveTopLayer();
      sizes.disconnect();
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', onScroll, true);
    };
  };
}
