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
import { findEntry } from '../find-entry.js';
import { formatHistory } from '../format/history.js';
import { formatTrend } from '../format/trend.js';
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
  trend?: string;
  measure?: string;
}

const MOST = 500;
const DAY_MS = 86_400_000;

export function historyCommand(program: Command): void {
  program
    .command('history')
    .description('what was recorded: runs, experiments, attempts and instances, the newest first')
    .option('--limit <n>', `how many, 1 to ${String(MOST)}`, '20')
    .option('--kind <kind>', HISTORY_KINDS.join(', '))
    .option('--runtime <id>', 'those in this runtime, such as docker:runc')
    .option('--workload <ref>', 'those of this twin, image or module')
    .option('--outcome <outcome>', 'those that ended so, such as exited or oom-killed')
    .option('--tag <tag>', 'those with this tag')
    .option('--text <words>', 'those with these words in id, workload, arguments, note or tags')
    .option('--since <time>', 'those since then: a date, or a time ago such as 90m, 12h or 7d')
    .option('--removed', 'those that were removed and can still be had back')
    .option(
      '--trend <id>',
      'this experiment over time: those that asked the same, and what changed',
    )
    .option('--measure <id>', 'with --trend: which of its measures; the first unless given')
    .option('--json', 'print one JSON document on stdout and nothing else')
    .action(history);
}

async function history(flags: Flags): Promise<void> {
  const query = queryOf(flags);
  const lab = await labHere({ warnsOfStore: false });
  try {
    const client = new Client(dispatcherTransport(lab.dispatcher));
    if (flags.trend === undefined) await list(client, query, flags);
    else await trend(client, flags.trend, flags);
  } finally {
    await lab.close();
  }
}

async function list(client: Client, query: HistoryQuery, { json }: Flags): Promise<void> {
  const page = await client.request('history.list', query);
  if (json === true) printJson(page);
  else writeOut(formatHistory(page));
}

async function trend(client: Client, text: string, { json, measure }: Flags): Promise<void> {
  const entry = await findEntry(client, text);
  if (entry.kind !== 'experiment') throw wrong('--trend', text, 'the id of an experiment');
  const found = await client.request('history.trend', { id: entry.id });
  const ids = found.measures.map(({ id }) => id);
  const chosen = found.measures.find(({ id }) => id === (measure ?? ids[0]));
  if (measure !== undefined && chosen === undefined) {
    throw wrong('--measure', measure, `one of: ${ids.join(', ')}`);
  }
  if (json === true) printJson(found);
  else writeOut(chosen === undefined ? 'No value is kept of it.\n' : formatTrend(found, chosen));
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
