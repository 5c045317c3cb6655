import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { ExperimentResultSchema, LabError } from '../../contract/index.js';
import type {
  Exchanged,
  ExchangedRecording,
  ExchangedRun,
  ImportReport,
  ImportedEntry,
} from '../../contract/index.js';
import { packSamples } from '../columns.js';
import type { Database } from '../database.js';
import type { Import } from '../protocol.js';
import { readAttempts } from '../read/attempts.js';
import { readExperiment } from '../read/experiment.js';
import { readRecording } from '../read/recording.js';
import { readRun } from '../read/run.js';
import { putAnnotation } from './annotate.js';
import { putAttempts } from './attempts.js';
import { putExperiment } from './experiment.js';
import { putRecording } from './recording.js';
import { putEndedRun } from './run.js';
import { putSamples } from './samples.js';
import { putSteps } from './steps.js';

const TAG = 'imported';
const MOST_NOTE = 10_000;
const MOST_TAGS = 32;
const MOST_ID = 64;
/** Letters of the hash that tells two entries of one id apart. */
const HASH = 12;

/** All of them or nothing. None that is here is overwritten: what is the same is left out, what differs gets another id. */
export function importEntries(
  database: Database,
  session: number,
  { entries, origin }: Import,
): ImportReport {
  const report: ImportReport = { imported: [], skipped: [] };
  database.transaction(() => {
    for (const entry of entries) {
      const { isHere, ...placed } = place(database, entry);
      const named: ImportedEntry = {
        ...{ id: idOf(placed.entry), kind: entry.kind },
        ...(idOf(placed.entry) === idOf(entry) ? {} : { was: idOf(entry) }),
      };
      report[isHere ? 'skipped' : 'imported'].push(named);
      if (!isHere) put(database, session, placed.entry, noteOf(entry, origin, named.was));
    }
  });
  return report;
}

/** Under its own id where that is free; else under one that its content gives, so that a second import finds it. */
function place(database: Database, entry: Exchanged): { entry: Exchanged; isHere: boolean } {
  if (!isTaken(database, idOf(entry))) return { entry, isHere: false };
  if (isSame(database, entry)) return { entry, isHere: true };
  const renamed = withOtherId(entry);
  return { entry: renamed, isHere: isTaken(database, idOf(renamed)) };
}

function isTaken(database: Database, id: string): boolean {
  return database.statement('SELECT 1 FROM entry WHERE id = ?').get(id) !== undefined;
}

/** What the user says about it may differ. What cannot be read here is not the same. */
function isSame(database: Database, entry: Exchanged): boolean {
  try {
    if (entry.kind === 'run') {
      return isDeepStrictEqual(readRun(database, entry.record.id).record, entry.record);
    }
    if (entry.kind === 'attempts') {
      return isDeepStrictEqual(readAttempts(database, entry.id).matrix, entry.matrix);
    }
    if (entry.kind === 'recording') {
      const { samples, steps } = readRecording(database, entry.id);
      return isDeepStrictEqual({ samples, steps }, { samples: entry.samples, steps: entry.steps });
    }
    const { result, plan } = readExperiment(database, entry.id);
    const known = v.safeParse(v.optional(ExperimentResultSchema), result);
    return isDeepStrictEqual([plan, known.output], [entry.plan, entry.result]);
  } catch (thrown) {
    if (thrown instanceof LabError) return false;
    throw thrown;
  }
}

function withOtherId(entry: Exchanged): Exchanged {
  const content = JSON.stringify(contentOf(entry));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH);
  const id = `${idOf(entry).slice(0, MOST_ID - HASH - 1)}-${hash}`;
  if (entry.kind !== 'run') return { ...entry, id };
  // Not a lane of the comparison that is here.
  const comparisonId = `${entry.record.comparisonId.slice(0, MOST_ID - 9)}-imported`;
  return { ...entry, record: { ...entry.record, id, comparisonId } };
}

function contentOf(entry: Exchanged): unknown {
  switch (entry.kind) {
    case 'run':
      return entry.record;
    case 'experiment':
      return [entry.plan, entry.result];
    case 'attempts':
      return entry.matrix;
    case 'recording':
      return [entry.samples, entry.steps];
  }
}

function put(database: Database, session: number, entry: Exchanged, note: string): void {
  const tags = [...new Set([...entry.tags, TAG])].slice(-MOST_TAGS);
  const said = { id: idOf(entry), note, tags };
  switch (entry.kind) {
    case 'run':
      putRun(database, session, entry);
      break;
    case 'experiment':
      putExperiment(database, session, entry);
      break;
    case 'attempts':
      putAttempts(database, session, entry);
      break;
    case 'recording':
      putWhole(database, session, entry);
      // It may be older than what is kept sample by sample: it came to be looked at, not to be thinned out.
      putAnnotation(database, { ...said, isPinned: true });
      return;
  }
  putAnnotation(database, said);
}

function putWhole(database: Database, session: number, entry: ExchangedRecording): void {
  const { id, atIso, outcome, instance, durationMs, environment, samples, steps } = entry;
  putRecording(database, session, {
    ...{ kind: 'recording', id, atIso, outcome, instance },
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(environment === undefined ? {} : { environment }),
  });
  putSamples(database, [{ entry: id, packed: packSamples(samples) }]);
  putSteps(database, id, steps);
}

function putRun(database: Database, session: number, { record }: ExchangedRun): void {
  const { samples, ...bare } = record;
  putEndedRun(database, session, {
    ...{ kind: 'run-ended', record: bare },
    ...(samples.length === 0 ? {} : { packed: packSamples(samples) }),
  });
}

function noteOf({ note }: Exchanged, origin: string, was: string | undefined): string {
  const called =
    was === undefined ? '' : ` It was called ${was} there; another entry has that id here.`;
  const end = origin + called;
  return note === undefined ? end : `${note.slice(0, MOST_NOTE - end.length - 1)}\n${end}`;
}

function idOf(entry: Exchanged): string {
  return entry.kind === 'run' ? entry.record.id : entry.id;
}
