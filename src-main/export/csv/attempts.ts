import type { AttemptResult, RecordedAttempts } from '../../contract/index.js';
import { csvOf } from '../../contract/index.js';
import type { CsvColumn } from '../../contract/index.js';

interface Row {
  recorded: RecordedAttempts;
  result: AttemptResult;
}

const runtimeOf = ({ recorded, result }: Row) =>
  recorded.matrix.runtimes.find(({ id }) => id === result.runtime);
const attemptOf = ({ recorded, result }: Row) =>
  recorded.matrix.attempts.find(({ id }) => id === result.attempt);

const COLUMNS: readonly CsvColumn<Row>[] = [
  ['attempts_id', ({ recorded }) => recorded.entry.id],
  ['started_at', ({ recorded }) => recorded.matrix.startedAtIso],
  ['runtime', ({ result }) => result.runtime],
  ['runtime_kind', (row) => runtimeOf(row)?.kind],
  ['runtime_version', (row) => runtimeOf(row)?.version],
  ['set', ({ result }) => result.set],
  ['area', (row) => attemptOf(row)?.area],
  ['attempt', ({ result }) => result.attempt],
  ['verdict', ({ result }) => result.verdict],
  ['refused_by', ({ result }) => result.by.join(' ')],
  ['errno', ({ result }) => result.errno],
  ['says', ({ result }) => result.says],
  ['raw', ({ result }) => result.raw],
];

/** Tidy: a row an attempt of a runtime in a set. */
export function attemptsCsv(attempts: readonly RecordedAttempts[]): string {
  return csvOf(
    COLUMNS,
    attempts.flatMap((recorded) => recorded.matrix.results.map((result) => ({ recorded, result }))),
  );
}
