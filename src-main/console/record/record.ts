import { formatDuration, fromWireError } from '../../contract/index.js';
import type { Client, Instance, RecordingEntry } from '../../contract/index.js';
import { oneLine } from '../format/instances.js';
import { onInterrupt } from '../interrupt.js';
import { endProgressLine, progressLine } from '../progress-line.js';
import { writeErr } from '../streams.js';
import { Counted } from './counted.js';
import { recordingEntry } from './under-way.js';

const LONGEST_NAME = 40;

/** A recording that is over. */
export interface RecordingEnded {
  entry: RecordingEntry;
  /** Read while it was made; absent where another process made it. */
  samples?: number;
}

/** Records them until they have ended, the time is over, or somebody stops it. What was recorded is kept. */
export async function recordUntilOver(
  client: Client,
  instances: readonly Instance[],
  forMs: number | undefined,
): Promise<RecordingEnded[]> {
  const counted = new Counted(client);
  const begun = new Map<string, string>();
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  // Before the first begins: what has begun is ended in order.
  const release = onInterrupt(end);
  for (const { id } of instances) {
    begun.set(id, (await client.request('recordings.start', { id })).id);
  }
  await assertKept(client);
  const timer = forMs === undefined ? undefined : setTimeout(end, forMs);
  const stopLooking = endWithTheLast(client, [...begun.keys()], end);
  const stopTelling = tellProgress(client, instances, forMs, counted);
  await ended;
  clearTimeout(timer);
  stopTelling();
  stopLooking();
  for (const id of begun.keys()) await client.request('recordings.stop', { id });
  release();
  counted.stop();
  const recordings: RecordingEnded[] = [];
  for (const [instanceId, id] of begun) {
    recordings.push({ entry: await recordingEntry(client, id), samples: counted.of(instanceId) });
  }
  return recordings;
}

/** Instances end by themselves, and another process may end a recording. */
function endWithTheLast(client: Client, ids: readonly string[], end: () => void): () => void {
  const look = async (): Promise<void> => {
    const { instanceIds } = await client.request('recordings.live', {});
    if (!ids.some((id) => instanceIds.includes(id))) end();
  };
  void look();
  return client.on('history.changed', () => void look());
}

function tellProgress(
  client: Client,
  instances: readonly Instance[],
  forMs: number | undefined,
  counted: Counted,
): () => void {
  const names = instances.map(({ name }) => oneLine(name, LONGEST_NAME)).join(', ');
  const until = forMs === undefined ? '' : ` for ${formatDuration(forMs)}`;
  writeErr(`Recording ${names}${until}. Ctrl+C ends it.\n`);
  const beganMs = performance.now();
  const progress = progressLine();
  const stop = client.on('instances.samples', () =>
    progress(`${formatDuration(performance.now() - beganMs)}, ${counted.all()} samples`),
  );
  return () => {
    stop();
    endProgressLine();
  };
}

/** A file that nobody can write keeps nothing: that is said now, not hours later. */
async function assertKept(client: Client): Promise<void> {
  const { condition, problem } = await client.request('store.state', {});
  if (condition === 'refused' && problem !== undefined) throw fromWireError(problem);
}
