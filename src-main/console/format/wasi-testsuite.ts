import type { FolderResult, TestResult } from '../../experiments/wasi-testsuite/index.js';
import { printable } from '../streams.js';
import { escapeMarkdown, markdownTable } from '../../export/text/markdown.js';
import { formatTable } from './table.js';

const HEADER = ['RUNTIME', 'VERSION', 'PASSED', 'FAILED', 'SKIPPED'];

/** A row a runtime, then a line for every test that did not pass. */
export function formatFolder({ runtimes, tests }: FolderResult): string {
  const lines = runtimes.flatMap(({ results }) => results.flatMap(lineOf));
  return [
    formatTable(HEADER, runtimes.map(cellsOf), new Set(HEADER.slice(2))),
    lines.length === 0 ? '' : '\n',
    ...lines.map((line) => `${printable(line)}\n`),
    `\n${tests} tests.\n`,
  ].join('');
}

export function folderMarkdown({ runtimes }: FolderResult): string {
  const lines = runtimes.flatMap(({ results }) => results.flatMap(lineOf));
  const header = HEADER.map((name) => name.toLowerCase());
  return [
    ...markdownTable(header, runtimes.map(cellsOf)),
    '',
    ...lines.map((line) => `- ${escapeMarkdown(line)}`),
    '',
  ].join('\n');
}

function cellsOf({ id, version, passed, failed, skipped }: FolderResult['runtimes'][number]) {
  return [id, version ?? '', String(passed), String(failed), String(skipped)];
}

function lineOf({ runtime, test, result, how }: TestResult): string[] {
  return result === 'passed' ? [] : [`${runtime}: ${test}: ${result}: ${how ?? ''}`];
}
