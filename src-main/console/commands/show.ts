import type { Command } from 'commander';
import { Client, dispatcherTransport } from '../../contract/index.js';
import type { HistoryEntry } from '../../contract/index.js';
import { formatComparison } from '../format/comparison.js';
import { formatExperiment } from '../format/experiment.js';
import { formatEntry, formatRange } from '../format/history.js';
import { formatMatrix } from '../format/matrix.js';
import { findEntry } from '../find-entry.js';
import { labHere } from '../lab-here.js';
import { printJson, printable, writeOut } from '../streams.js';

interface Flags {
  json?: true;
}

const MOST_POINTS = 10_000;
/** The end of what a guest printed; `--json` has all that was kept. */
const MOST_OUTPUT = 4000;

export function showCommand(program: Command): void {
  program
    .command('show')
    .description('one entry of `paralelo history`')
    .argument('<id>', 'its id, or how it begins')
    .option('--json', 'print the record with its samples as one JSON document')
    .action(show);
}

async function show(text: string, flags: Flags): Promise<void> {
  const lab = await labHere({ warnsOfStore: false });
  try {
    const client = new Client(dispatcherTransport(lab.dispatcher));
    const entry = await findEntry(client, text);
    const { document, words } = await shown(client, entry);
    if (flags.json === true) printJson(document);
    else writeOut(formatEntry(entry) + words);
  } finally {
    await lab.close();
  }
}

async function shown(
  client: Client,
  entry: HistoryEntry,
): Promise<{ document: unknown; words: string }> {
  const { id } = entry;
  switch (entry.kind) {
    case 'run': {
      const { record } = await client.request('history.run', { id });
      const { stdout, samples } = record;
      const output = stdout === '' ? '' : `\nIt printed:\n${tail(stdout)}\n`;
      const words = `${formatComparison([record], true)}${String(samples.length)} samples.\n${output}`;
      return { document: record, words };
    }
    case 'experiment': {
      const { result, problem, plan } = await client.request('history.experiment', { id });
      const nothing = problem?.message ?? 'It ended before there was a result.';
      return {
        document: result ?? { plan, problem },
        words: result === undefined ? `${printable(nothing)}\n` : formatExperiment(result),
      };
    }
    case 'attempts': {
      const { matrix } = await client.request('history.attempts', { id });
      return { document: { experiment: 'isolation', ...matrix }, words: formatMatrix(matrix) };
    }
    case 'recording': {
      const range = await client.request('history.range', { id, points: MOST_POINTS });
      return { document: { entry, ...range }, words: formatRange(range) };
    }
  }
}

function tail(text: string): string {
  const cut = text.length > MOST_OUTPUT ? `…${text.slice(-MOST_OUTPUT)}` : text;
  return printable(cut.trimEnd());
}
