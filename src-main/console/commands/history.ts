import type { Command } from 'commander';
import {
  Client,
  HISTORY_KINDS,
  HistoryQuerySchema,
  dispatcherTransport,
  parseDuration,
  validate,
} from '../../contract/index.js';
import type { HistoryQuery } from '../../contract/index.js';
import { between, wrong } from '../flag-values.js';
import { formatHistory } from '../format/history.js';
import { labHere } from '../lab-here.js';
import { printJson, writeOut } from '../streams.js';

interface Flags {
  json?: true;
  limit: string;
  kind?: string;
  runtime?: string;
  workload?: string;
  outcome?: string;
  tag?: string;
  text?: string;
  since?: string;
  removed?: true;
}

const MOST = 500;
const DAY_MS = 86_400_000;

export function historyCommand(program: Command): void {
  program
    .command('history')
    .description('what was recorded: runs, experiments and instances, the newest first')
    .option('--limit <n>', `how many, 1 to ${String(MOST)}`, '20')
    .option('--kind <kind>', HISTORY_KINDS.join(', '))
    .option('--runtime <id>', 'those in this runtime, such as docker:runc')
    .option('--workload <ref>', 'those of this twin, image or module')
    .option('--outcome <outcome>', 'those that ended so, such as exited or oom-killed')
    .option('--tag <tag>', 'those with this tag')
    .option('--text <words>', 'those with these words in id, workload, arguments, note or tags')
    .option('--since <time>', 'those since then: a date, or a time ago such as 90m, 12h or 7d')
    .option('--removed', 'those that were removed and can still be had back')
    .option('--json', 'print one JSON document on stdout and nothing else')
    .action(history);
}

async function history(flags: Flags): Promise<void> {
  const query = queryOf(flags);
  const lab = await labHere({ warnsOfStore: false });
  try {
    const client = new Client(dispatcherTransport(lab.dispatcher));
    const page = await client.request('history.list', query);
    if (flags.json === true) printJson(page);
    else writeOut(formatHistory(page));
  } finally {
    await lab.close();
  }
}

function queryOf({ limit, since, ...flags }: Flags): HistoryQuery {
  const { kind, runtime, workload, outcome, tag, text, removed } = flags;
  const query = {
    ...{ kind, runtime, workload, outcome, tag, text, removed },
    limit: between('--limit', limit, 1, MOST),
    ...(since === undefined ? {} : { fromIso: momentOf(since) }),
  };
  return validate(HistoryQuerySchema, query, 'history');
}

/** A date, or so long ago. */
function momentOf(since: string): string {
  const days = /^(\d+(?:\.\d+)?)d$/.exec(since)?.[1];
  const agoMs = days === undefined ? parseDuration(since) : Number(days) * DAY_MS;
  if (agoMs !== undefined) return new Date(Date.now() - agoMs).toISOString();
  const atMs = Date.parse(since);
  if (Number.isNaN(atMs))
    throw wrong('--since', since, 'a date such as 2026-03-01, or 90m, 12h, 7d');
  return new Date(atMs).toISOString();
}
