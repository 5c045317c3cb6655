import { existsSync, linkSync, rmSync } from 'node:fs';
import { LabError } from '../../contract/index.js';
import { StoreFault, openDatabase } from '../database.js';
import { freeName } from './move-aside.js';

/**
 * A copy of the database at `from`, of one moment, where there is none at `path`; the one that it is made of stays as it
 * is. Throws StoreFault for what may be over in a moment, LabError `store-not-copied` for what is not.
 */
export function takeAlong(from: string, path: string): void {
  if (existsSync(path) || !existsSync(from)) return;
  const unfinished = freeName(`${path}.copy-${String(process.pid)}`);
  try {
    copy(from, unfinished);
    // Unlike a rename, a link refuses a name that another process has taken meanwhile.
    linkSync(unfinished, path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return;
    if (thrown instanceof StoreFault && !['damaged', 'other'].includes(thrown.kind)) throw thrown;
    throw notCopied(from, thrown);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function copy(from: string, to: string): void {
  const database = openDatabase(from);
  try {
    database.execute('PRAGMA busy_timeout = 5000');
    database.execute(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
  } finally {
    database.close();
  }
}

function notCopied(from: string, thrown: unknown): LabError {
  return new LabError(
    'store-not-copied',
    `The history in ${from} could not be taken along: ${(thrown as Error).message}. It is as it was, and nothing is recorded.`,
    'Choose the folder where it is again, or another one without taking it along.',
    { cause: thrown },
  );
}
