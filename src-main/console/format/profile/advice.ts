import type { Advice, Warning } from '../../../contract/index.js';
import { plain, row } from './text.js';

const SEVERITY_WIDTH = 11;

export function formatAdvice(advice: readonly Advice[], width: number): string {
  if (advice.length === 0) return '\nAdvice\n  Nothing to change.\n';
  const widths = [SEVERITY_WIDTH, Math.max(20, width - SEVERITY_WIDTH - 2)];
  const lines = advice.map(({ severity, message, change, benchmark }) => {
    const number = benchmark === undefined ? '' : ` (CIS Docker Benchmark ${benchmark})`;
    return (
      row([`  ${severity}`, `${plain(message, 400)}${number}`], widths) +
      row(['', `→ ${plain(change, 400)}`], widths)
    );
  });
  return `\nAdvice\n${lines.join('')}`;
}

/** What could not be read is said, so that nobody takes it for a wall. */
export function formatGaps(gaps: readonly Warning[], width: number): string {
  if (gaps.length === 0) return '';
  const lines = gaps.map(({ message, hint }) =>
    row(['', `${plain(message, 400)} ${plain(hint, 400)}`], [0, width - 2]),
  );
  return `\nNot known\n${lines.join('')}`;
}
