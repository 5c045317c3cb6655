/**
 * A program that records several runs at once at 10 samples a second each until it is killed, and prints the id of each
 * run and how many of its samples the store has acknowledged: `DATABASE WORKER RUNS`.
 */
import { DEFAULT_STORE_SETTINGS } from '../../../src-main/contract/index.js';
import { Store } from '../../../src-main/store/index.js';
import { EVERYTHING } from './opened.js';
import { aBeginning, aRecord, anEnd, sampleAt, someSamples } from './records.js';

const [path = '', workerPath = '', runs = '20', prefix = 'r'] = process.argv.slice(2);
const store = new Store(
  { path, workerPath, labVersion: 'test', settings: DEFAULT_STORE_SETTINGS },
  { changed: () => undefined, state: () => undefined },
);
const ids = Array.from({ length: Number(runs) }, (_, at) => `${prefix}-${String(at)}`);
let ticks = 0;
let ended = 0;
for (const id of ids) store.write(aBeginning(id));
await store.ask('list', EVERYTHING);
process.stdout.write('begun\n');
setInterval(() => void tick(), 100);

async function tick(): Promise<void> {
  ticks += 1;
  const seen = ticks;
  for (const id of ids) store.write(someSamples(id, [sampleAt(seen * 100)]));
  const ending = seen % 5 === 0 ? `${prefix}-ended-${String((ended += 1))}` : undefined;
  if (ending !== undefined) store.write(anEnd(aRecord(ending, { samples: [sampleAt(1)] })));
  await store.ask('flush', {});
  process.stdout.write(`${String(seen)} ${ending ?? ''}\n`);
}
