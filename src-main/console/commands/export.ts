import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { Client, EXPORT_FORMATS, LabError, dispatcherTransport } from '../../contract/index.js';
import type { ExportFormat } from '../../contract/index.js';
import { wrong } from '../flag-values.js';
import { labHere } from '../lab-here.js';
import { writeErr, writeOut } from '../streams.js';

interface Flags {
  format: string;
  output?: string;
}

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('entries of `paralelo history` as a file')
    .argument('<ids...>', 'their ids')
    .option('--format <format>', EXPORT_FORMATS.join(', '), 'bundle')
    .option('--output <file>', 'write it there; it must not be there yet. Default: standard output')
    .action(exported);
}

async function exported(ids: string[], flags: Flags): Promise<void> {
  const format = formatOf(flags.format);
  if (format === 'bundle' && flags.output === undefined && process.stdout.isTTY) {
    throw new LabError(
      'bad-request',
      'A bundle is no text for a terminal.',
      'Name a file (--output FILE), or send it to a program.',
    );
  }
  const lab = await labHere();
  try {
    const client = new Client(dispatcherTransport(lab.dispatcher));
    const { content, encoding } = await client.request('history.export', { ids, format });
    const bytes = Buffer.from(content, encoding);
    if (flags.output === undefined) writeOut(bytes);
    else await save(flags.output, bytes);
  } finally {
    await lab.close();
  }
}

/** Never over what is there already. */
async function save(path: string, bytes: Buffer): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    throw new LabError(
      'output-not-written',
      code === 'EEXIST' ? `${path} is there already.` : `${path} could not be written: ${message}.`,
      'Choose another file (--output).',
      { cause: thrown },
    );
  }
  writeErr(`Written to ${path}.\n`);
}

function formatOf(text: string): ExportFormat {
  const format = EXPORT_FORMATS.find((one) => one === text);
  if (format === undefined) throw wrong('--format', text, `one of: ${EXPORT_FORMATS.join(', ')}`);
  return format;
}
