import Libsql from 'libsql';

/** What can be put into a column. Undefined is what could not be read: NULL. */
export type Value = string | number | boolean | null | undefined;
export type Row = Record<string, string | number | null>;

export interface Statement {
  /** Returns how many rows were changed. */
  run(...values: Value[]): number;
  /** The same for many numbers at once, as they are; SQLite takes NaN for NULL (sqlite3_bind_double). */
  runNumbers(values: readonly number[]): void;
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
  /** Each row as its values alone, in the order of the columns: much is read in half the time. */
  arrays(...values: Value[]): (string | number | null)[][];
}

/** A database of SQLite, open. The only file that knows which package that is. */
export interface Database {
  /** Prepared once, and kept. */
  statement(sql: string): Statement;
  execute(sql: string): void;
  /** All of it or nothing. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export type FaultKind = 'full' | 'busy' | 'not-writable' | 'damaged' | 'not-opened' | 'other';

/** What SQLite refused. */
export class StoreFault extends Error {
  constructor(
    readonly kind: FaultKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreFault';
  }
}

/** Throws StoreFault. */
export function openDatabase(path: string): Database {
  const connection = faults(() => new Libsql(path));
  const kept = new Map<string, Statement>();
  const execute = (sql: string): void => faults(() => void connection.exec(sql));
  return {
    execute,
    statement: (sql) => {
      let statement = kept.get(sql);
      if (statement === undefined) kept.set(sql, (statement = prepare(connection, sql)));
      return statement;
    },
    transaction: (work) => {
      // At once for writing: one that begins by reading could be refused in its middle.
      execute('BEGIN IMMEDIATE');
      try {
        const result = work();
        execute('COMMIT');
        return result;
      } catch (thrown) {
        rollBack(connection);
        throw thrown;
      }
    },
    close: () => {
      kept.clear();
      connection.close();
    },
  };
}

function prepare(connection: Libsql.Database, sql: string): Statement {
  const prepared = faults(() => connection.prepare(sql));
  let raw: Libsql.Statement | undefined;
  const all = (values: Value[]): Row[] => faults(() => prepared.all(values.map(bound)) as Row[]);
  return {
    run: (...values) => faults(() => prepared.run(values.map(bound)).changes),
    runNumbers: (values) => faults(() => void prepared.run(values)),
    get: (...values) => all(values)[0],
    all: (...values) => all(values),
    arrays: (...values) =>
      faults(() => {
        raw ??= connection.prepare(sql).raw(true);
        return raw.all(values.map(bound)) as (string | number | null)[][];
      }),
  };
}

function bound(value: Value): string | number | null {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}

/** A full disk may have rolled it back already. */
function rollBack(connection: Libsql.Database): void {
  try {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  } catch {
    // Nothing is left to be undone.
  }
}

/** By SQLite's primary result code (https://www.sqlite.org/rescode.html), the low byte of the extended one. */
const KINDS: Partial<Record<number, FaultKind>> = {
  5: 'busy',
  6: 'busy',
  8: 'not-writable',
  10: 'full', // An I/O error: what a disk does that has no room for the index of the WAL.
  11: 'damaged',
  13: 'full',
  14: 'not-opened',
  26: 'damaged',
};

function faults<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new StoreFault(KINDS[codeOf(thrown, message) & 0xff] ?? 'other', message, {
      cause: thrown,
    });
  }
}

/** A connection that fails has its code at the end of its message only. */
function codeOf(thrown: unknown, message: string): number {
  const { rawCode } = thrown as { rawCode?: unknown };
  if (typeof rawCode === 'number') return rawCode;
  return Number(/: (\d+)"?\)?$/.exec(message)?.[1] ?? 0);
}
