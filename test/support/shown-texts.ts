import { parse } from 'svelte/compiler';
import type { AST } from 'svelte/compiler';

/** Attributes that a reader or a screen reader is told. */
const SPOKEN = new Set([
  ...['title', 'label', 'alt', 'placeholder', 'message', 'hint', 'help', 'about', 'text', 'name'],
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'summary'],
]);

interface Shown {
  line: number;
  text: string;
}

/** What stands in a component's markup as it is, and so would be shown in one language only. */
export function shownTexts(source: string): Shown[] {
  const { fragment } = parse(source, { modern: true });
  const found: Shown[] = [];
  const lineOf = (at: number): number => source.slice(0, at).split('\n').length;
  visit(fragment, (node, parent) => {
    if (node.type !== 'Text' || !/\p{L}{2,}/u.test(node.data)) return;
    if (parent?.type === 'Attribute' && !SPOKEN.has(parent.name)) return;
    // Of an icon, of a group of radio buttons: no text.
    if (parent?.type === 'Attribute' && parent.name === 'name' && /^[a-z-]+$/.test(node.data))
      return;
    found.push({ line: lineOf(node.start), text: node.data.trim() });
  });
  return found;
}

type Node = AST.SvelteNode;

function visit(node: Node, see: (node: Node, parent: Node | undefined) => void): void {
  const walk = (each: Node, parent: Node | undefined): void => {
    see(each, parent);
    if (parent?.type === 'RegularElement' && parent.name === 'style') return;
    for (const value of Object.values(each) as unknown[]) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (isNode(child)) walk(child, each);
      }
    }
  };
  walk(node, undefined);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
