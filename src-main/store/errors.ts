import { LabError } from '../contract/index.js';
import type { ErrorCode, WireError } from '../contract/index.js';
import { StoreFault } from './database.js';
import type { FaultKind } from './database.js';

const HINTS: Record<FaultKind, string> = {
  full: 'Make room on that disk. What is measured meanwhile is held in memory, as far as it fits, and written then.',
  busy: 'Another Paralelo writes for long. This one tries again by itself.',
  'not-writable':
    'Let your user write to that folder and file, or name another folder with PARALELO_DATA_DIR. This Paralelo tries again by itself.',
  'not-opened':
    'Look at the folder and its permissions, or name another one with PARALELO_DATA_DIR. This Paralelo tries again by itself.',
  damaged:
    'Start Paralelo anew: it checks the file, sets it aside if it is damaged, and begins a new one.',
  other: 'Start Paralelo anew; if it repeats, report it with this message.',
};

const WORDS: Record<FaultKind, string> = {
  full: 'the disk is full or cannot be written to',
  busy: 'another process holds it',
  'not-writable': 'it may not be written',
  'not-opened': 'it cannot be opened',
  damaged: 'the file is damaged',
  other: 'the database refused it',
};

/** What went wrong with the file, for people. A LabError stays what it is. */
export function storeError(thrown: unknown, path: string, code: ErrorCode): LabError {
  if (thrown instanceof LabError) return thrown;
  const kind = thrown instanceof StoreFault ? thrown.kind : 'other';
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new LabError(
    code,
    `What was recorded cannot be ${code === 'store-not-opened' ? 'opened' : 'written'} (${path}): ${WORDS[kind]} (${detail}).`,
    HINTS[kind],
    { cause: thrown },
  );
}

export function newerSchema(path: string, found: number, known: number): LabError {
  return new LabError(
    'store-newer',
    `${path} was written by a newer Paralelo (schema ${found}, this one knows ${known}), so nothing is recorded and nothing in it is touched.`,
    'Use the newer Paralelo, or name another folder with PARALELO_DATA_DIR.',
  );
}

export function setAside(path: string, aside: string, why: string): WireError {
  return {
    code: 'store-damaged',
    message: `What was recorded until now is damaged (${why}), so Paralelo began a new file.`,
    hint: `The damaged one is kept as ${aside}; ${path} is new. \`sqlite3 ${aside} .recover\` may save some of it.`,
  };
}

export function broughtUpToDate(path: string, from: number, to: number, backup: string): WireError {
  return {
    code: 'store-migrated',
    message: `${path} was brought from schema ${from} to ${to}.`,
    hint: `As it was before it is kept as ${backup}. Delete that when all is well.`,
  };
}

export function unknownEntry(id: string): LabError {
  return new LabError(
    'unknown-entry',
    `Nothing recorded is called ${id}.`,
    'List what there is: `paralelo history`, or the History view. What was removed goes for good after some days.',
  );
}
