import type { IsolationMatrix, ProbeSet } from '../../contract/index.js';
import { formatDuration } from '../../contract/index.js';
import { printable } from '../streams.js';
import { describeMachine } from './conformance.js';
import {
  VERDICT_LEGEND,
  VERDICT_WORDS,
  cellAt,
  cellsOf,
  describeDifference,
  differsIn,
  wasmDifferences,
} from './matrix-cells.js';
import type { Difference } from './matrix-cells.js';
import { formatTable } from './table.js';

/** For a terminal: a table a set, where Wasm runtimes differ, then every result but the plain ones. */
export function formatMatrix(matrix: IsolationMatrix): string {
  const differences = wasmDifferences(matrix);
  return [
    ...matrix.sets.map((set) => `${tableOf(matrix, set, differences)}\n`),
    ...VERDICT_LEGEND.map(([word, meaning]) => `${word.padEnd(8)} ${meaning}\n`),
    differences.length === 0 ? '' : '\n! WASM RUNTIMES DIFFER\n',
    ...differences.map((one) => `${one.set}: ${one.attempt}: ${describeDifference(one)}\n`),
    '\n',
    ...matrix.results.map(({ runtime, set, says }) => `${runtime}: ${set}: ${printable(says)}\n`),
    ...matrix.warnings.map(({ message, hint }) => `\n${printable(message)} ${printable(hint)}\n`),
    `\n${tried(matrix)} ${describeMachine(matrix.environment)}\n`,
  ].join('');
}

function tableOf(
  matrix: IsolationMatrix,
  set: ProbeSet,
  differences: readonly Difference[],
): string {
  const cells = cellsOf(matrix);
  const ids = matrix.runtimes.map(({ id }) => id);
  const rows = matrix.attempts.map(({ id: attempt }) => [
    `${differsIn(differences, set, attempt) ? '!' : ' '} ${attempt}`,
    ...ids.map((runtime) => {
      const cell = cellAt(cells, runtime, set, attempt);
      return cell === undefined ? '' : VERDICT_WORDS[cell.verdict];
    }),
  ]);
  return formatTable([set.toUpperCase(), ...ids], rows);
}

export function tried({ results, durationMs, isPartial }: IsolationMatrix): string {
  const what = `${results.length} results in ${formatDuration(durationMs)}`;
  return isPartial ? `${what}: stopped before the end.` : `${what}.`;
}
