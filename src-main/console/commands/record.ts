import type { Command } from 'commander';
import { Client, LabError, dispatcherTransport } from '../../contract/index.js';
import { time, wrong } from '../flag-values.js';
import { formatHistory } from '../format/history.js';
import { formatRecorded } from '../format/recorded.js';
import { chosenInstances } from '../record/chosen.js';
import { recordUntilOver } from '../record/record.js';
import { endRecordings, underWay } from '../record/under-way.js';
import { labHere } from '../lab-here.js';
import { printJson, writeOut } from '../streams.js';

interface Flags {
  for?: string;
  interval?: string;
  list?: true;
  stop?: true;
  json?: true;
}

const [SHORTEST_MS, LONGEST_MS] = [100, 60_000];
/** What a timer holds. */
const LONGEST_FOR_MS = 24 * 86_400_000;

export function recordCommand(program: Command): void {
  program
    .command('record')
    .description('records instances of this machine into the history, until Ctrl+C or their end')
    .argument(
      '[names...]',
      'running containers or Wasm processes: name, id, how these begin, or pid; with --stop: recordings',
    )
    .option('--for <time>', 'end it after so long, such as 10m')
    .option('--interval <time>', 'between two readings, 100ms to 60s; default: as in Settings')
    .option('--list', 'what is being recorded now, by this or another Paralelo of this user')
    .option('--stop', 'end these recordings, whichever Paralelo makes them')
    .option('--json', 'print one JSON document on stdout and nothing else')
    .action(record);
}

async function record(names: string[], flags: Flags): Promise<void> {
  const { forMs, intervalMs } = checked(names, flags);
  const lab = await labHere({ warnsOfStore: flags.list !== true && flags.stop !== true });
  try {
    const client = new Client(dispatcherTransport(lab.dispatcher));
    if (flags.list === true) {
      await list(client, flags);
    } else if (flags.stop === true) {
      tell(await endRecordings(client, names), flags);
    } else {
      if (intervalMs !== undefined) lab.monitor.usePeriod(intervalMs);
      const instances = await chosenInstances(lab, client, names);
      tell(await recordUntilOver(client, instances, forMs), flags);
    }
  } finally {
    await lab.close();
  }
}

async function list(client: Client, { json }: Flags): Promise<void> {
  const page = await underWay(client);
  if (json === true) printJson({ recordings: page.entries });
  else writeOut(page.total === 0 ? 'Nothing is being recorded.\n' : formatHistory(page));
}

function tell(recordings: Parameters<typeof formatRecorded>[0], { json }: Flags): void {
  if (json === true) printJson({ recordings });
  else writeOut(formatRecorded(recordings));
}

function checked(names: readonly string[], flags: Flags): { forMs?: number; intervalMs?: number } {
  const { list: isList, stop: isStop } = flags;
  if (isList === true && (isStop === true || names.length > 0)) {
    throw new LabError('bad-request', '--list stands alone.', 'Leave out the names and --stop.');
  }
  if (isList !== true && names.length === 0) {
    throw new LabError(
      'bad-request',
      isStop === true ? 'No recording is named.' : 'No instance is named.',
      isStop === true
        ? 'Name one of `paralelo record --list`.'
        : 'Name one or more of `paralelo ps`, or see --list.',
    );
  }
  const forMs = flags.for === undefined ? undefined : lasting(flags.for);
  const intervalMs = flags.interval === undefined ? undefined : interval(flags.interval);
  return {
    ...(forMs === undefined ? {} : { forMs }),
    ...(intervalMs === undefined ? {} : { intervalMs }),
  };
}

function lasting(text: string): number {
  const forMs = time('--for', text);
  if (forMs > 0 && forMs <= LONGEST_FOR_MS) return forMs;
  throw wrong('--for', text, 'a time above 0 and up to 576h, such as 10m');
}

function interval(text: string): number {
  const periodMs = time('--interval', text);
  if (periodMs >= SHORTEST_MS && periodMs <= LONGEST_MS) return periodMs;
  throw wrong('--interval', text, 'a time from 100ms to 60s');
}
