import type { RuntimeInfo } from '../../contract/index.js';
import { printable } from '../streams.js';
import { formatTable } from './table.js';

const LIMITS = ['memory', 'cpus', 'pids', 'time', 'fuel'] as const;

/** What is here as a table, how each limit is held below it, and how to get the rest. */
export function formatRuntimes(infos: readonly RuntimeInfo[]): string {
  const here = infos.filter(({ available }) => available);
  const absent = infos.filter(({ available }) => !available);
  return [tableOf(here), limitsOf(here), absentOf(absent)].filter((part) => part !== '').join('\n');
}

function tableOf(here: readonly RuntimeInfo[]): string {
  if (here.length === 0) return 'No runtime was found on this machine.\n';
  const header = ['RUNTIME', 'VERSION', 'MODE', 'WHERE'];
  const rows = here.map(({ id, version, mode, path }) =>
    [id, version ?? '', mode ?? '', path ?? ''].map(printable),
  );
  return formatTable(header, rows);
}

/** Who holds each, in the words of a record's `enforcedBy`; how, is in the document of --json. */
function limitsOf(here: readonly RuntimeInfo[]): string {
  if (here.length === 0) return '';
  return formatTable(
    ['LIMITS OF', ...LIMITS.map((name) => name.toUpperCase())],
    here.map(({ id, limits, heldBy }) => [
      id,
      ...LIMITS.map((name) => printable(heldBy?.[name] ?? limits[name])),
    ]),
  );
}

function absentOf(absent: readonly RuntimeInfo[]): string {
  if (absent.length === 0) return '';
  return formatTable(
    ['NOT HERE', 'WHY', 'HOW TO GET'],
    absent.map(({ id, why, hint }) =>
      [id, why ?? 'It was not found.', hint ?? ''].map((text) =>
        printable(text.replace(/\s+/g, ' ')),
      ),
    ),
  );
}
