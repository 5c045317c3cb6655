import type { Command } from 'commander';
import { Client, MEMORY_DEFINITIONS, dispatcherTransport } from '../../contract/index.js';
import { availableCores } from '../../metrics/index.js';
import { labHere } from '../lab-here.js';
import { printOnce, printStream } from '../ps/listings.js';
import { showLive } from '../ps/live.js';
import { psOptions } from '../ps/options.js';
import type { PsFlags } from '../ps/options.js';
import { SORT_KEYS } from '../ps/sort.js';

const collect = (value: string, earlier: string[]): string[] => [...earlier, value];
const definitions = MEMORY_DEFINITIONS.map(({ name }) => name).join(', ');

export function psCommand(program: Command): void {
  program
    .command('ps')
    .description(
      'what runs on this machine, live: containers and Wasm processes, whoever started them',
    )
    .option('--all', 'stopped ones too, as in `docker ps`; without it: running and paused')
    .option('--once', 'one table after two readings; so it is anyway without a terminal')
    .option('--json', 'print one JSON document on stdout and nothing else')
    .option('--ndjson', 'print a line for every change and every sample, until Ctrl+C')
    .option('--sort <key>', SORT_KEYS.join(', '), 'cpu')
    .option(
      '--filter <key=value>',
      'name (a part of it), kind, engine, project, state or runtime (repeatable; the same key again: either)',
      collect,
      [],
    )
    .option('--period <time>', 'between two readings, 100ms to 60s', '1s')
    .option(
      '--memory <definition>',
      `what the memory column shows: ${definitions}; default: workingSetBytes of containers, rssBytes of Wasm processes`,
    )
    .action(ps);
}

async function ps(flags: PsFlags): Promise<void> {
  const options = psOptions(flags, process.stdout.isTTY);
  const lab = await labHere();
  try {
    lab.monitor.usePeriod(options.periodMs);
    const client = new Client(dispatcherTransport(lab.dispatcher));
    const cores = availableCores();
    // Who wants all of it at once waits for engines that take their time; a live table fills up.
    if (options.output !== 'live') await lab.catalogue.lookedForInstances();
    if (options.output === 'live') await showLive(client, options, cores);
    else if (options.output === 'ndjson') await printStream(client, options);
    else await printOnce(client, options, cores);
  } finally {
    await lab.close();
  }
}
