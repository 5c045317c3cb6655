import type { Command } from 'commander';
import { Client, dispatcherTransport } from '../../contract/index.js';
import { labHere } from '../lab-here.js';
import { printJson, writeOut } from '../streams.js';

export function cleanCommand(program: Command): void {
  program
    .command('clean')
    .description('removes the twin images that the lab made, and what a killed lab left behind')
    .option('--json', 'print one JSON document')
    .action(clean);
}

async function clean(flags: { json?: true }): Promise<void> {
  const lab = await labHere();
  await lab.catalogue.cleanUp();
  const client = new Client(dispatcherTransport(lab.dispatcher));
  const { removed } = await client.request('images.removeTwins', {});
  await lab.close();
  if (flags.json === true) printJson({ removed });
  else if (removed.length === 0) writeOut('There is nothing to remove.\n');
  else writeOut(removed.map((ref) => `removed ${ref}\n`).join(''));
}
