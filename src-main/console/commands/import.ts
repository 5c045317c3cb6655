import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  Client,
  LabError,
  MOST_BUNDLE_BYTES,
  dispatcherTransport,
  formatBytes,
} from '../../contract/index.js';
import type { ImportReport, ImportedEntry } from '../../contract/index.js';
import { labHere } from '../lab-here.js';
import { printJson, printable, writeOut } from '../streams.js';

interface Flags {
  json?: true;
}

export function importCommand(program: Command): void {
  program
    .command('import')
    .description('what a bundle of `paralelo export` holds becomes part of the history')
    .argument('<file>', 'a .paralelo file')
    .option('--json', 'print one JSON document on stdout and nothing else')
    .action(imported);
}

async function imported(path: string, flags: Flags): Promise<void> {
  const content = (await bundleAt(path)).toString('base64');
  const lab = await labHere();
  try {
    const client = new Client(dispatcherTransport(lab.dispatcher));
    const fileName = basename(path).slice(0, 255);
    const report = await client.request('history.import', { content, fileName });
    if (flags.json === true) printJson(report);
    else writeOut(formatReport(report));
  } finally {
    await lab.close();
  }
}

/** Throws LabError `file-not-found`, `bundle-too-large` before all of it is in memory. */
async function bundleAt(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BUNDLE_BYTES) throw tooLarge(path, size);
    return await readFile(path);
  } catch (thrown) {
    if (thrown instanceof LabError) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new LabError('file-not-found', `${path} cannot be read: ${why}.`, 'Check the path.');
  }
}

function tooLarge(path: string, size: number): LabError {
  return new LabError(
    'bundle-too-large',
    `${path} has ${formatBytes(size)}; a bundle has at most ${formatBytes(MOST_BUNDLE_BYTES)}.`,
    'Export fewer entries at once where it comes from.',
  );
}

function formatReport({ imported: fresh, skipped }: ImportReport): string {
  return [
    ...fresh.map((entry) => `imported ${named(entry)}`),
    ...skipped.map((entry) => `skipped ${named(entry)}: it is here already`),
    '',
  ].join('\n');
}

function named({ kind, id, was }: ImportedEntry): string {
  const other =
    was === undefined ? '' : ` (${printable(was)} there: another entry has that id here)`;
  return `${kind} ${printable(id)}${other}`;
}
