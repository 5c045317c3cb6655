import type { Database } from '../database.js';
import type { WriteItem } from '../protocol.js';
import { putAttempts } from './attempts.js';
import { putExperiment } from './experiment.js';
import { putRecording } from './recording.js';
import { putEndedRun, putOutput, putRun } from './run.js';
import { putSamples } from './samples.js';
import type { SampleItem } from './samples.js';
import { putTrial } from './trial.js';

/** All of them in their order, inside the caller's transaction. Samples that stand together are written together. */
export function putItems(database: Database, session: number, items: readonly WriteItem[]): void {
  let together: SampleItem[] = [];
  for (const item of items) {
    if (item.kind === 'samples') {
      together.push(item);
      continue;
    }
    putSamples(database, together);
    together = [];
    putItem(database, session, item);
  }
  putSamples(database, together);
}

/** Inside the caller's transaction. */
export function putItem(database: Database, session: number, item: WriteItem): void {
  switch (item.kind) {
    case 'run': {
      putRun(database, session, item);
      return;
    }
    case 'samples': {
      putSamples(database, [item]);
      return;
    }
    case 'output': {
      putOutput(database, item);
      return;
    }
    case 'run-ended': {
      putEndedRun(database, session, item);
      return;
    }
    case 'recording': {
      putRecording(database, session, item);
      return;
    }
    case 'attempts': {
      putAttempts(database, session, item);
      return;
    }
    case 'experiment': {
      putExperiment(database, session, item);
      return;
    }
    case 'trial': {
      putTrial(database, item);
      return;
    }
  }
}

/** The entry that is otherwise after it, for those who show it; samples alone change nothing that a list shows. */
export function changedBy(item: WriteItem): string | undefined {
  switch (item.kind) {
    case 'run':
      return item.status.id;
    case 'run-ended':
      return item.record.id;
    case 'attempts':
    case 'experiment':
    case 'recording':
      return item.id;
    default:
      return undefined;
  }
}
