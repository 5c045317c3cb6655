import {
  LabError,
  MEMORY_DEFINITIONS,
  formatDuration,
  parseDuration,
} from '../../contract/index.js';
import type { MemoryDefinition } from '../../contract/index.js';
import { parseFilters } from './filters.js';
import type { Filters } from './filters.js';
import { SORT_KEYS } from './sort.js';
import type { SortKey } from './sort.js';

/** As commander gives them. */
export interface PsFlags {
  all?: true;
  once?: true;
  json?: true;
  ndjson?: true;
  sort: string;
  filter: string[];
  period: string;
  memory?: string;
}

export interface PsOptions {
  /** Those that do not run as well. */
  all: boolean;
  sort: SortKey;
  filters: Filters;
  periodMs: number;
  /** Undefined: the working set of containers, RSS of Wasm processes. */
  memory?: MemoryDefinition;
  output: 'live' | 'once' | 'json' | 'ndjson';
  /** Also with `ndjson`: ends after every instance was read. */
  once: boolean;
}

const [SHORTEST_MS, LONGEST_MS] = [100, 60_000];

/** Throws LabError `bad-request` that names the flag. */
export function psOptions(flags: PsFlags, isTerminal: boolean): PsOptions {
  if (flags.json === true && flags.ndjson === true) {
    throw wrong('--json cannot go with --ndjson.', 'Give one of them.');
  }
  const filters = parseFilters(flags.filter);
  return {
    // Who asks for a state wants those that are in it.
    all: flags.all === true || filters.state !== undefined,
    sort: sortKey(flags.sort),
    filters,
    periodMs: period(flags.period),
    ...(flags.memory === undefined ? {} : { memory: definition(flags.memory) }),
    output: outputOf(flags, isTerminal),
    once: flags.once === true,
  };
}

function outputOf(flags: PsFlags, isTerminal: boolean): PsOptions['output'] {
  if (flags.json === true) return 'json';
  if (flags.ndjson === true) return 'ndjson';
  return flags.once === true || !isTerminal ? 'once' : 'live';
}

function sortKey(text: string): SortKey {
  const key = SORT_KEYS.find((one) => one === text);
  if (key !== undefined) return key;
  throw wrong(`--sort cannot be ${JSON.stringify(text)}.`, `Give one of ${SORT_KEYS.join(', ')}.`);
}

function period(text: string): number {
  const periodMs = parseDuration(text);
  if (periodMs !== undefined && periodMs >= SHORTEST_MS && periodMs <= LONGEST_MS) return periodMs;
  throw wrong(
    `--period cannot be ${JSON.stringify(text)}.`,
    `Give a time with its unit from ${formatDuration(SHORTEST_MS)} to 60 s, such as 500ms.`,
  );
}

/** `rssBytes`, or `rss` for short. */
function definition(text: string): MemoryDefinition {
  const found = MEMORY_DEFINITIONS.find(({ name }) => name === text || name === `${text}Bytes`);
  if (found !== undefined) return found;
  const names = MEMORY_DEFINITIONS.map(({ name }) => name).join(', ');
  throw wrong(`--memory cannot be ${JSON.stringify(text)}.`, `Give one of ${names}.`);
}

function wrong(message: string, hint: string): LabError {
  return new LabError('bad-request', message, hint);
}
