import type { Command } from 'commander';
import { LabError } from '../../contract/index.js';
import type { Lab } from '../../lab/lab.js';
import { serveScrapes } from '../../lab/scrape/server.js';
import { metricsText } from '../../openmetrics/index.js';
import type { TextFormat } from '../../openmetrics/index.js';
import { wrong } from '../flag-values.js';
import { onInterrupt } from '../interrupt.js';
import { labHere } from '../lab-here.js';
import { writeOut } from '../streams.js';

interface Flags {
  once?: true;
  listen?: string;
  format: string;
}

export function metricsCommand(program: Command): void {
  program
    .command('metrics')
    .description('the live numbers of this machine as OpenMetrics text, once or for a Prometheus')
    .option('--once', 'print them and end; so it is anyway without --listen')
    .option('--listen <address>', 'serve GET /metrics at 127.0.0.1:PORT until Ctrl+C')
    .option('--format <name>', 'of --once: openmetrics, or prometheus (0.0.4)', 'openmetrics')
    .action(metrics);
}

async function metrics(flags: Flags): Promise<void> {
  const { listen, once } = flags;
  if (listen !== undefined && once === true) {
    throw new LabError('bad-request', '--once and --listen exclude each other.', 'Give one.');
  }
  const format = formatOf(flags.format);
  const port = listen === undefined ? undefined : portOf(listen);
  const lab = await labHere();
  try {
    if (port === undefined) writeOut(await textOf(lab, format));
    else await serveUntilInterrupted(lab, port);
  } finally {
    await lab.close();
  }
}

async function textOf(lab: Lab, format: TextFormat): Promise<string> {
  // Who wants all of it at once waits for engines that take their time.
  await lab.catalogue.lookedForInstances();
  return metricsText(await lab.numbers.read(), format);
}

async function serveUntilInterrupted(lab: Lab, port: number): Promise<void> {
  const server = await serveScrapes(port, () => lab.numbers.read());
  writeOut(`Metrics are at ${server.url}\nCtrl+C ends it.\n`);
  await new Promise<void>((stopped) => onInterrupt(stopped));
  await server.close();
}

function formatOf(text: string): TextFormat {
  if (text === 'openmetrics' || text === 'prometheus') return text;
  throw wrong('--format', text, 'openmetrics or prometheus');
}

/** Loopback only: the numbers tell what runs on this machine. */
function portOf(address: string): number {
  const port = /^(?:(?:127\.0\.0\.1|localhost):)?(\d{1,5})$/.exec(address)?.[1];
  if (port === undefined || Number(port) > 65_535) {
    throw wrong('--listen', address, '127.0.0.1:PORT; it is for this machine only');
  }
  return Number(port);
}
