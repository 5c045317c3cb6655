import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Client, LabError, dispatcherTransport } from '../../contract/index.js';
import type { DataFolder, DataFolderSource } from '../../contract/index.js';
import { labHere } from '../lab-here.js';
import { printJson, writeOut } from '../streams.js';

interface Flags {
  copy?: true;
  new?: true;
  json?: true;
}

const SOURCES: Record<DataFolderSource, string> = {
  environment: 'named by PARALELO_DATA_DIR',
  choice: 'chosen',
  usual: 'the usual one',
};

export function dataFolderCommand(program: Command): void {
  program
    .command('data-folder')
    .description(
      'where what is recorded lies; with a folder: where it shall lie from the next start on',
    )
    .argument('[folder]', 'the new one; it is made where there is none')
    .option('--copy', 'take the history along; the old folder stays as it is')
    .option('--new', 'begin a new history there, or go on with the one that is there')
    .option('--json', 'print one JSON document on stdout and nothing else')
    .action(dataFolder);
}

async function dataFolder(folder: string | undefined, flags: Flags): Promise<void> {
  if (folder !== undefined && (flags.copy === true) === (flags.new === true)) {
    throw new LabError(
      'bad-request',
      'It must be said what becomes of the history.',
      'Give --copy to take it along, or --new to leave it where it is. Nothing is deleted either way.',
    );
  }
  const lab = await labHere({ warnsOfStore: false });
  try {
    const client = new Client(dispatcherTransport(lab.dispatcher));
    const found =
      folder === undefined
        ? await client.request('store.folder', {})
        : await client.request('store.chooseFolder', {
            ...{ path: resolve(folder), copies: flags.copy === true },
          });
    if (flags.json === true) printJson(found);
    else writeOut(wordsOf(found));
  } finally {
    await lab.close();
  }
}

function wordsOf({ path, source, next, problem }: DataFolder): string {
  const then =
    next?.copies === true ? 'with the history of now' : 'with what is there, or a new one';
  return [
    `${path} (${SOURCES[source]})\n`,
    ...(next === undefined ? [] : [`From the next start on: ${next.path}, ${then}.\n`]),
    ...(problem === undefined ? [] : [`${problem.message} ${problem.hint}\n`]),
  ].join('');
}
