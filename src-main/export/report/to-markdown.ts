import { escapeMarkdown, markdownTable } from '../text/markdown.js';
import { printable } from '../text/printable.js';
import type { Block, Span } from './blocks.js';

export function toMarkdown(blocks: readonly Block[]): string {
  return withoutPictures(blocks).flatMap(linesOf).join('\n');
}

/** Nor the heading of a section that has nothing else. */
function withoutPictures(blocks: readonly Block[]): Block[] {
  return blocks
    .filter(
      ({ kind }, at) =>
        kind !== 'heading' || blocks[at + 1]?.kind !== 'picture' || hasMore(blocks, at),
    )
    .filter(({ kind }) => kind !== 'picture');
}

function hasMore(blocks: readonly Block[], heading: number): boolean {
  const next = blocks.slice(heading + 1).find(({ kind }) => kind !== 'picture');
  return next !== undefined && next.kind !== 'heading';
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${escaped(block.text)}`, ''];
    case 'text':
      return [block.spans.map(spanOf).join(''), ''];
    case 'list':
      return [...block.items.map((item) => `- ${escaped(item)}`), ''];
    case 'table':
      return [
        ...markdownTable(
          block.columns.map(oneLine),
          block.rows.map((row) => row.map(cellOf)),
        ),
        '',
      ];
    case 'output':
      return fenced(block.text);
    case 'picture':
      return [];
  }
}

function spanOf(span: Span): string {
  return typeof span === 'string' ? escaped(span) : codeOf(span.code);
}

/** `markdownTable` escapes the bars once more, which a code span needs and text has already. */
function cellOf(span: Span): string {
  return typeof span === 'string' ? escaped(span).replaceAll('\\|', '|') : codeOf(span.code);
}

/** With more backticks around it than are in it. */
function codeOf(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const space = fence.length > 1 ? ' ' : '';
  return `${fence}${space}${oneLine(text)}${space}${fence}`;
}

function fenced(text: string): string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}text`, printable(text.trimEnd()), fence, ''];
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

function escaped(text: string): string {
  return escapeMarkdown(oneLine(text));
}

function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '));
}
