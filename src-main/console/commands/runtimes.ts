import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Client, LabError, dispatcherTransport } from '../../contract/index.js';
import { formatRuntimes } from '../format/runtimes.js';
import { labHere } from '../lab-here.js';
import { printError, printJson, writeOut } from '../streams.js';

interface Flags {
  json?: true;
  setPath: string[];
  clearPath: string[];
}

const collect = (value: string, earlier: string[]): string[] => [...earlier, value];

export function runtimesCommand(program: Command): void {
  program
    .command('runtimes')
    .description('every runtime known, whether it is here, and which limits it enforces')
    .option(
      '--set-path <family=path>',
      'the program to take for a runtime (repeatable)',
      collect,
      [],
    )
    .option('--clear-path <family>', 'look for the program again (repeatable)', collect, [])
    .option('--json', 'print one JSON document')
    .action(runtimes);
}

async function runtimes(flags: Flags): Promise<void> {
  const changes = [...flags.setPath.map(setting), ...flags.clearPath.map(clearing)];
  const lab = await labHere();
  try {
    const client = new Client(dispatcherTransport(lab.dispatcher));
    for (const change of changes) await client.request('runtimes.setPath', change);
    const listing = await client.request('runtimes.list', {});
    const { problem } = await client.request('settings.get', {});
    // On stderr also with --json: the document on stdout stays the listing.
    if (problem !== undefined) printError(problem, false);
    if (flags.json === true) printJson(listing);
    else writeOut(formatRuntimes(listing.runtimes));
  } finally {
    await lab.close();
  }
}

function setting(text: string): { family: string; path: string } {
  const at = text.indexOf('=');
  if (at > 0 && at < text.length - 1)
    return { family: text.slice(0, at), path: resolve(text.slice(at + 1)) };
  throw new LabError(
    'bad-request',
    `--set-path cannot be ${JSON.stringify(text)}.`,
    'Give FAMILY=PATH, such as wasmtime=/opt/wasmtime/wasmtime.',
  );
}

function clearing(family: string): { family: string; path: null } {
  return { family, path: null };
}
