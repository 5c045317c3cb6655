import type { Client, Instance, InstanceOrigin, Sample } from '../../contract/index.js';
import { formatInstances, oneLine } from '../format/instances.js';
import { onInterrupt } from '../interrupt.js';
import { printJson, printLine, writeErr, writeOut } from '../streams.js';
import type { PsOptions } from './options.js';
import { sortRows } from './sort.js';
import type { Row } from './sort.js';
import { Watched } from './watched.js';

/** A busy engine takes its time; after two periods more than this, what has no rate by then is shown without. */
const PATIENCE_MS = 10_000;
const NOT_LISTED = {
  message: 'It has not listed all that it has: something may be missing here.',
  hint: 'Run it again in a moment.',
};
const FINE = ['rssBytes', 'pssBytes', 'privateDirtyBytes'];

/** One table, or with `json` one document, once every instance was read twice. */
export async function printOnce(client: Client, options: PsOptions, cores: number): Promise<void> {
  const rows = await readRows(client, options);
  const { memory } = options;
  if (options.output === 'json') printJson({ instances: rows.map(asDocument) });
  else if (rows.length === 0) writeOut(nothing(options));
  else writeOut(formatInstances(rows, { ...(memory && { memory }), cores, nowMs: Date.now() }));
}

/** A line for every change and every sample, until it is interrupted. */
export async function printStream(client: Client, options: PsOptions): Promise<void> {
  let isOver: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (isOver = resolve));
  const watched: Watched = new Watched(client, options, {
    changed: (instance) => printLine({ type: 'changed', instance }),
    gone: (id) => printLine({ type: 'gone', id }),
    sampled: (instance, sample) => {
      printLine({ type: 'sample', ...identity(instance), sample });
      if (options.once && watched.isRead(options.periodMs)) isOver();
    },
  });
  const release = onInterrupt(isOver);
  await watched.start(isFine(options));
  complain(watched.problems());
  if (options.once) setTimeout(isOver, options.periodMs * 2 + PATIENCE_MS).unref();
  await over;
  release();
  watched.stop();
}

async function readRows(client: Client, options: PsOptions): Promise<Row[]> {
  let isRead: () => void = () => undefined;
  const read = new Promise<void>((resolve) => (isRead = resolve));
  const look = (): void => {
    if (watched.isRead(options.periodMs)) isRead();
  };
  const watched: Watched = new Watched(client, options, { origins: look });
  const stops = [client.on('instances.samples', look), client.on('instances.changed', look)];
  const release = onInterrupt(isRead);
  await watched.start(isFine(options));
  const timer = setTimeout(isRead, options.periodMs * 2 + PATIENCE_MS);
  look();
  await read;
  clearTimeout(timer);
  release();
  for (const stop of stops) stop();
  watched.stop();
  complain(watched.unlisted());
  return sortRows(watched.rows(), options.sort, options.memory && { memory: options.memory });
}

function asDocument({ instance, sample }: Row): Instance & { sample?: Sample } {
  return sample === undefined ? instance : { ...instance, sample };
}

function identity({ id, kind, name, engine, runtime }: Instance) {
  return { id, kind, name, engine, runtime };
}

function isFine({ memory }: PsOptions): boolean {
  return FINE.includes(memory?.name ?? '');
}

/** On stderr also with --json: the document on stdout stays what it is. */
function complain(problems: readonly InstanceOrigin[]): void {
  for (const { name, problem } of problems) {
    const { message, hint } = problem ?? NOT_LISTED;
    const words = `${message} ${hint}`;
    writeErr(`paralelo: ${oneLine(name, 60)}: ${oneLine(words, 400)}\n`);
  }
}

function nothing({ filters, all }: PsOptions): string {
  if (Object.keys(filters).length > 0) return 'Nothing matches the filters.\n';
  return all
    ? 'There are no containers and no Wasm processes on this machine.\n'
    : 'No container and no Wasm process runs on this machine; --all shows stopped ones too.\n';
}
