import type { Attachment } from 'svelte/attachments';
import { enterTopLayer } from './top-layer.js';

const GAP_PX = 6;
const EDGE_PX = 8;
const HOVER_MS = 250;
let nextId = 0;
const withTip = new WeakSet<Element>();

/**
 * Shows a sentence beside an element while it is hovered or focused, and ties it to it for screen
 * readers. The text is read when it is shown; empty or undefined shows nothing.
 */
export function tip(text: () => string | undefined): Attachment<HTMLElement> {
  return (element) => {
    withTip.add(element);
    let box: HTMLElement | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = (): void => {
      clearTimeout(timer);
      box?.remove();
      if (box !== undefined) element.removeAttribute('aria-describedby');
      box = undefined;
    };
    const show = (): void => {
      clearTimeout(timer);
      const shown = text();
      if (shown === undefined || shown === '') return;
      hide();
      box = document.createElement('div');
      box.className = 'tip';
      box.id = `tip-${String((nextId += 1))}`;
      box.setAttribute('role', 'tooltip');
      box.textContent = shown;
      (document.querySelector('main') ?? document.body).append(box);
      enterTopLayer(box);
      element.setAttribute('aria-describedby', box.id);
      place(box, element.getBoundingClientRect());
    };
    const showSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(show, HOVER_MS);
    };
    // Where one stands within another, only that of the inner one is shown.
    const onOver = ({ target, relatedTarget }: PointerEvent): void => {
      if (innermost(target) !== element) hide();
      else if (innermost(relatedTarget) !== element) showSoon();
    };
    const showIfByKey = (): void => {
      if (element.matches(':focus-visible')) show();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || box === undefined) return;
      hide();
      event.stopPropagation();
    };
    const listeners: [string, (event: never) => void][] = [
      ['pointerover', onOver],
      ['pointerleave', hide],
      ['pointerdown', hide],
      ['focus', showIfByKey],
      ['blur', hide],
      ['keydown', onKey],
    ];
    for (const [name, listener] of listeners) {
      element.addEventListener(name, listener as EventListener);
    }
    return () => {
      hide();
      withTip.delete(element);
      for (const [name, listener] of listeners) {
        element.removeEventListener(name, listener as EventListener);
      }
    };
  };
}

function innermost(target: EventTarget | null): Element | undefined {
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) {
    if (withTip.has(at)) return at;
  }
  return undefined;
}

function place(box: HTMLElement, anchor: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(
    window.innerWidth - width - EDGE_PX,
    Math.max(EDGE_PX, anchor.left + anchor.width / 2 - width / 2),
  );
  const below = anchor.bottom + GAP_PX;
  const fits = below + height + EDGE_PX <= window.innerHeight;
  box.style.left = `${String(Math.round(left))}px`;
  box.style.top = `${String(Math.round(fits ? below : anchor.top - GAP_PX - height))}px`;
}
