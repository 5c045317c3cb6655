import type { Database } from '../database.js';
import type { QuestionName, Questions, StoreAnswers } from '../protocol.js';
import { readAlike } from '../read/alike.js';
import { readAttempts } from '../read/attempts.js';
import { readExperiment } from '../read/experiment.js';
import { facetsOf, listEntries } from '../read/list.js';
import { readRange } from '../read/range.js';
import { readRecorded } from '../read/recorded.js';
import { readRun } from '../read/run.js';
import { readUnfinished } from '../read/unfinished.js';
import { annotate, remove, restore } from '../write/annotate.js';
import { importEntries } from '../write/import.js';
import { askToStop, stopsAsked } from '../write/stop.js';

type Answer<Name extends QuestionName> = (
  database: Database,
  params: Questions[Name],
  session: number,
) => StoreAnswers[Name];

/** How each question is answered, and which entries are otherwise after it. */
export const ANSWERS: { [Name in QuestionName]: Answer<Name> } = {
  list: listEntries,
  facets: facetsOf,
  run: (database, { id }) => readRun(database, id),
  experiment: (database, { id }) => readExperiment(database, id),
  attempts: (database, { id }) => readAttempts(database, id),
  alike: readAlike,
  unfinished: readUnfinished,
  range: readRange,
  annotate,
  remove: (database, { ids }) => ({ removed: remove(database, ids) }),
  restore: (database, { ids }) => ({ restored: restore(database, ids) }),
  recorded: readRecorded,
  import: (database, entries, session) => importEntries(database, session, entries),
  askToStop,
  stopsAsked: (database, _, session) => stopsAsked(database, session),
  flush: () => ({}),
};

/** The entries that an answered question has changed. */
export function changedByAsking(name: QuestionName, params: unknown, answer: unknown): string[] {
  if (name === 'import') return (answer as StoreAnswers['import']).imported.map(({ id }) => id);
  if (name === 'annotate') return [(params as Questions['annotate']).id];
  if (name === 'remove' || name === 'restore') return (params as Questions['remove']).ids;
  return [];
}
