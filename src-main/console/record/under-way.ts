import { LabError } from '../../contract/index.js';
import type { Client, HistoryPage, RecordingEntry } from '../../contract/index.js';
import { findEntry } from '../find-entry.js';
import { didYouMean } from '../near.js';
import type { RecordingEnded } from './record.js';

/** Another process looks every two seconds; a busy machine may take longer. */
const PATIENCE_MS = 20_000;

/** What is being recorded, by whichever process. */
export async function underWay(client: Client): Promise<HistoryPage> {
  return await client.request('history.list', {
    ...{ kind: 'recording', outcome: 'recording', limit: 500 },
  });
}

/** Ends them wherever they are made, and waits for that. Throws LabError `unknown-entry`, `bad-request`: all or none. */
export async function endRecordings(
  client: Client,
  texts: readonly string[],
): Promise<RecordingEnded[]> {
  const live = (await underWay(client)).entries.filter((entry) => entry.kind === 'recording');
  const chosen = new Set(texts.map((text) => meant(text, live)));
  for (const { id } of chosen) await client.request('recordings.end', { id });
  const ended: RecordingEnded[] = [];
  for (const { id } of chosen) ended.push({ entry: await untilEnded(client, id) });
  return ended;
}

export async function recordingEntry(client: Client, id: string): Promise<RecordingEntry> {
  const entry = await findEntry(client, id);
  if (entry.kind !== 'recording') throw new Error(`${id} is no recording`);
  return entry;
}

/** By the id of the recording or how it begins, or the name of its instance. */
function meant(text: string, live: readonly RecordingEntry[]): RecordingEntry {
  const exact = live.filter(({ id, name }) => id === text || name === text);
  const found = exact.length > 0 ? exact : live.filter(({ id }) => id.startsWith(text));
  const [one, ...more] = found;
  if (one !== undefined && more.length === 0) return one;
  if (one === undefined) {
    throw new LabError(
      'unknown-entry',
      `Nothing that is being recorded is called ${JSON.stringify(text)}.`,
      `${didYouMean(
        text,
        live.flatMap(({ id, name }) => [id, name]),
      )}\`paralelo record --list\` says what is.`,
    );
  }
  throw new LabError(
    'bad-request',
    `${JSON.stringify(text)} can be ${found.map(({ id, name }) => `${id} (${name})`).join(', ')}.`,
    'Give more of its id.',
  );
}

async function untilEnded(client: Client, id: string): Promise<RecordingEntry> {
  return await new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      stop();
    };
    const look = async (): Promise<void> => {
      const entry = await recordingEntry(client, id);
      if (entry.outcome === 'recording') return;
      finish();
      resolve(entry);
    };
    const lookOr = (): void => void look().catch(reject);
    const stop = client.on('history.changed', lookOr);
    const timer = setTimeout(() => {
      finish();
      reject(notAnswered(id));
    }, PATIENCE_MS);
    lookOr();
  });
}

function notAnswered(id: string): LabError {
  return new LabError(
    'still-recording',
    `The Paralelo that records ${id} has not answered.`,
    'It ends it as soon as it can; or end it there.',
  );
}
