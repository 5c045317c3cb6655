import { ATTEMPT_AREAS } from '../../../../src-main/contract/index.js';
import type {
  AttemptArea,
  AttemptInfo,
  AttemptResult,
  AttemptVerdict,
  IsolationMatrix,
  ProbeSet,
} from '../../../../src-main/contract/index.js';

export interface MatrixColumn {
  key: string;
  runtime: IsolationMatrix['runtimes'][number];
  set: ProbeSet;
  /** The first of its runtime. */
  isFirst: boolean;
}

export interface MatrixCell {
  column: MatrixColumn;
  /** Absent until it has been tried. */
  result?: AttemptResult;
  /** A Wasm runtime that does not do what most of them do. */
  isOdd: boolean;
}

export interface MatrixRow {
  attempt: AttemptInfo;
  cells: MatrixCell[];
  /** The Wasm runtimes do not all do the same, within a set. */
  differs: boolean;
}

export interface MatrixGroup {
  area: AttemptArea;
  rows: MatrixRow[];
}

/** What is shown of the matrix. */
export interface MatrixChoice {
  sets: readonly ProbeSet[];
  onlyDiffering: boolean;
}

export function columnsOf(matrix: IsolationMatrix, sets: readonly ProbeSet[]): MatrixColumn[] {
  const shown = matrix.sets.filter((set) => sets.includes(set));
  return matrix.runtimes.flatMap((runtime) =>
    shown.map((set, at) => ({ key: `${runtime.id} ${set}`, runtime, set, isFirst: at === 0 })),
  );
}

/** Rows in the order of the areas; areas without one are left out. */
export function groupsOf(matrix: IsolationMatrix, choice: MatrixChoice): MatrixGroup[] {
  const columns = columnsOf(matrix, choice.sets);
  const byKey = new Map(
    matrix.results.map((result) => [`${result.attempt} ${result.runtime} ${result.set}`, result]),
  );
  const rows = matrix.attempts
    .map((attempt) => rowOf(attempt, columns, byKey))
    .filter(({ differs }) => differs || !choice.onlyDiffering);
  return ATTEMPT_AREAS.map((area) => ({
    area,
    rows: rows.filter(({ attempt }) => attempt.area === area),
  })).filter((group) => group.rows.length > 0);
}

function rowOf(
  attempt: AttemptInfo,
  columns: readonly MatrixColumn[],
  byKey: ReadonlyMap<string, AttemptResult>,
): MatrixRow {
  const plain = columns.map((column) => {
    const result = byKey.get(`${attempt.id} ${column.key}`);
    return { column, ...(result && { result }) };
  });
  const usual = new Map<ProbeSet, AttemptVerdict | undefined>();
  for (const { column } of plain) {
    if (!usual.has(column.set)) usual.set(column.set, usualOf(plain, column.set));
  }
  const cells = plain.map((cell) => ({
    ...cell,
    isOdd: isCompared(cell, cell.column.set) && isOther(cell.result, usual.get(cell.column.set)),
  }));
  return { attempt, cells, differs: cells.some(({ isOdd }) => isOdd) };
}

interface PlainCell {
  column: MatrixColumn;
  result?: AttemptResult;
}

/** What was not tried is no difference. */
const isCompared = ({ column, result }: PlainCell, set: ProbeSet): boolean =>
  column.set === set &&
  column.runtime.kind === 'wasm' &&
  result !== undefined &&
  result.verdict !== 'not-tried';

const isOther = (result: AttemptResult | undefined, usual: AttemptVerdict | undefined): boolean =>
  result !== undefined && usual !== undefined && result.verdict !== usual;

/** A tie goes to what is tighter: the wider one stands out. */
const TIGHT: readonly AttemptVerdict[] = ['not-expressible', 'refused', 'allowed'];

/** What most Wasm runtimes do. */
function usualOf(cells: readonly PlainCell[], set: ProbeSet): AttemptVerdict | undefined {
  const verdicts = cells
    .filter((cell) => isCompared(cell, set))
    .flatMap(({ result }) => result?.verdict ?? []);
  const count = (verdict: AttemptVerdict): number =>
    verdicts.filter((one) => one === verdict).length;
  return TIGHT.reduce<AttemptVerdict | undefined>(
    (most, one) => (count(one) > (most === undefined ? 0 : count(most)) ? one : most),
    undefined,
  );
}

/** How often each verdict was given in a column. */
export function countIn(
  matrix: IsolationMatrix,
  { runtime, set }: MatrixColumn,
): Record<AttemptVerdict, number> {
  const counts = { allowed: 0, refused: 0, 'not-expressible': 0, 'not-tried': 0 };
  for (const result of matrix.results) {
    if (result.runtime === runtime.id && result.set === set) counts[result.verdict] += 1;
  }
  return counts;
}
