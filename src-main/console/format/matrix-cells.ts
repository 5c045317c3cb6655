import type {
  AttemptResult,
  AttemptVerdict,
  IsolationMatrix,
  ProbeSet,
} from '../../contract/index.js';

/** One word a cell; capitals for what was possible, so that it stands out without colour. */
export const VERDICT_WORDS: Readonly<Record<AttemptVerdict, string>> = {
  allowed: 'ALLOWED',
  refused: 'refused',
  'not-expressible': '-',
  'not-tried': '?',
};

export const VERDICT_LEGEND: readonly [word: string, meaning: string][] = [
  ['ALLOWED', 'the guest could'],
  ['refused', 'it asked, and was refused or ended for it'],
  ['-', 'its interface has no way to ask'],
  ['?', 'not tried: the runtime cannot be put in that position'],
];

export type Cells = ReadonlyMap<string, AttemptResult>;

export function cellsOf({ results }: IsolationMatrix): Cells {
  return new Map(results.map((one) => [keyOf(one.runtime, one.set, one.attempt), one]));
}

export function cellAt(
  cells: Cells,
  runtime: string,
  set: ProbeSet,
  attempt: string,
): AttemptResult | undefined {
  return cells.get(keyOf(runtime, set, attempt));
}

function keyOf(...parts: string[]): string {
  return parts.join(' ');
}

export interface Difference {
  set: ProbeSet;
  attempt: string;
  /** The runtimes by what came of it, the most first. */
  groups: { verdict: AttemptVerdict; runtimes: string[] }[];
}

/** Where Wasm runtimes, which all claim the same sandbox, do not agree. */
export function wasmDifferences(matrix: IsolationMatrix): Difference[] {
  const cells = cellsOf(matrix);
  const wasm = matrix.runtimes.filter(({ kind }) => kind === 'wasm').map(({ id }) => id);
  return matrix.sets.flatMap((set) =>
    matrix.attempts.flatMap(({ id: attempt }) => {
      const groups = grouped(wasm, (runtime) => cellAt(cells, runtime, set, attempt)?.verdict);
      const decided = groups.filter(({ verdict }) => verdict !== 'not-tried');
      return decided.length > 1 ? [{ set, attempt, groups: decided }] : [];
    }),
  );
}

function grouped(
  runtimes: readonly string[],
  verdictOf: (runtime: string) => AttemptVerdict | undefined,
): Difference['groups'] {
  const groups = new Map<AttemptVerdict, string[]>();
  for (const runtime of runtimes) {
    const verdict = verdictOf(runtime);
    if (verdict === undefined) continue;
    groups.set(verdict, [...(groups.get(verdict) ?? []), runtime]);
  }
  return [...groups]
    .map(([verdict, members]) => ({ verdict, runtimes: members }))
    .sort((one, other) => other.runtimes.length - one.runtimes.length);
}

export function differsIn(
  differences: readonly Difference[],
  set: ProbeSet,
  attempt: string,
): boolean {
  return differences.some((one) => one.set === set && one.attempt === attempt);
}

/** `wasmtime: ALLOWED` as a sentence. */
export function describeDifference({ groups }: Difference): string {
  return groups
    .map(({ verdict, runtimes }) => `${VERDICT_WORDS[verdict]} in ${runtimes.join(', ')}`)
    .join('; ');
}
