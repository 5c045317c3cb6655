import { escapeXml as text } from '../drawing/escape.js';
import type { Block, Span } from './blocks.js';

/** Nothing is loaded and nothing runs, whatever a name or an output says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --faint: #5b6672; --edge: #d8dde3; --well: #f5f7f9; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171b; --ink: #e6e9ed; --faint: #9aa5b1; --edge: #333a42; --well: #1c2127; } }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; border-top: 1px solid var(--edge); padding-top: 1rem; } h3 { font-size: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.9rem; }
th, td { text-align: left; padding: 0.25rem 0.9rem 0.25rem 0; border-bottom: 1px solid var(--edge); vertical-align: top; min-width: 5.5rem; }
th { color: var(--faint); font-weight: 500; }
code, pre { font: 0.85rem/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { background: var(--well); border: 1px solid var(--edge); border-radius: 6px; padding: 0.7rem; white-space: pre-wrap; max-height: 24rem; overflow: auto; }
svg { max-width: 100%; height: auto; display: block; margin: 0.8rem 0; }
@media print { body { margin: 0; max-width: none; } pre { max-height: none; } svg, tr { break-inside: avoid; } }
`;

/** One file that needs nothing else: no script, no font, nothing from anywhere. */
export function toHtml(title: string, blocks: readonly Block[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${text(POLICY)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...blocks.map(htmlOf),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${text(block.text)}</h${block.level}>`;
    case 'text':
      return `<p>${block.spans.map(spanOf).join('')}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${text(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return tableOf(block);
    case 'output':
      // A browser leaves out the first line end after the tag.
      return `<pre>\n${text(block.text)}</pre>`;
    case 'picture':
      return `<figure>${block.svg}</figure>`;
  }
}

function tableOf({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const head = columns.map((column) => `<th scope="col">${text(column)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${spanOf(cell)}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}

function spanOf(span: Span): string {
  return typeof span === 'string' ? text(span) : `<code>${text(span.code)}</code>`;
}
