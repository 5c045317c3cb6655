import type {
  AttemptResult,
  AttemptVerdict,
  IsolationMatrix,
  ProbeSet,
  RecordedAttempts,
} from '../../contract/index.js';
import { describeMachine } from '../text/machine.js';
import { list, section, table } from './blocks.js';
import type { Block, Span } from './blocks.js';

/** Capitals for what was possible, so that it stands out without colour. */
const VERDICTS: Record<AttemptVerdict, string> = {
  allowed: 'ALLOWED',
  refused: 'refused',
  'not-expressible': 'no way to ask',
  'not-tried': 'not tried',
};
const SETS: Record<ProbeSet, string> = {
  default: 'With the least that a run has',
  loosened: 'With everything given that can be given',
};

/** What each guest could, a row an attempt, and who refused. */
export function attemptsBlocks({ entry, matrix }: RecordedAttempts): Block[] {
  const { id, atIso, outcome, note, tags } = entry;
  const said = [note ?? '', tags.join(', ')].filter((text) => text !== '').join(' – ');
  const { warnings, environment, runtimes } = matrix;
  return [
    { kind: 'heading', level: 2, text: `Attempts: ${id}` },
    { kind: 'text', spans: [`Begun ${atIso}; ${outcome}. ${said}`.trim()] },
    ...matrix.sets.flatMap((set) => section(SETS[set], tableOf(matrix, set), 3)),
    ...section('What to doubt', list(warnings.map((one) => `${one.message} ${one.hint}`)), 3),
    ...section('Runtimes', list(runtimes.map(named)), 3),
    ...section('Where', [{ kind: 'text', spans: [describeMachine(environment)] }], 3),
  ];
}

function named({ id, name, version }: IsolationMatrix['runtimes'][number]): string {
  return `${id}: ${[name, version].filter(Boolean).join(' ')}`;
}

function tableOf({ attempts, runtimes, results }: IsolationMatrix, set: ProbeSet): Block[] {
  const cells = new Map(
    results
      .filter((one) => one.set === set)
      .map((one) => [`${one.runtime} ${one.attempt}`, one] as const),
  );
  return table(
    ['Attempt', ...runtimes.map(({ id }) => id)],
    attempts.map(({ id, title }): Span[] => [
      title,
      ...runtimes.map((runtime) => cellOf(cells.get(`${runtime.id} ${id}`))),
    ]),
  );
}

function cellOf(result: AttemptResult | undefined): string {
  if (result === undefined) return '';
  const by = [...result.by, ...(result.errno === undefined ? [] : [result.errno])].join(', ');
  return by === '' ? VERDICTS[result.verdict] : `${VERDICTS[result.verdict]} (${by})`;
}
