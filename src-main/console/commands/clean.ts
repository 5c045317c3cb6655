import type { Command } from 'commander';
import { Client, dispatcherTransport, formatBytes } from '../../contract/index.js';
import { labHere } from '../lab-here.js';
import { printJson, writeOut } from '../streams.js';

export function cleanCommand(program: Command): void {
  program
    .command('clean')
    .description(
      'removes the twin images and compiled modules that the lab made, and what a killed lab left behind',
    )
    .option('--json', 'print one JSON document')
    .action(clean);
}

async function clean(flags: { json?: true }): Promise<void> {
  const lab = await labHere();
  await lab.catalogue.cleanUp();
  const client = new Client(dispatcherTransport(lab.dispatcher));
  const { removed } = await client.request('images.removeTwins', {});
  const { removedBytes } = await client.request('runtimes.clearCompiled', {});
  await lab.close();
  const lines = [
    ...removed.map((ref) => `removed ${ref}`),
    ...(removedBytes > 0 ? [`removed ${formatBytes(removedBytes)} of compiled modules`] : []),
  ];
  if (flags.json === true) printJson({ removed, removedBytes });
  else writeOut(`${lines.length === 0 ? 'There is nothing to remove.' : lines.join('\n')}\n`);
}
