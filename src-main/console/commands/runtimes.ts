import type { Command } from 'commander';
import type { RuntimeInfo } from '../../contract/index.js';
import { formatTable } from '../format/table.js';
import { labHere } from '../lab-here.js';
import { printJson, printable, writeOut } from '../streams.js';

export function runtimesCommand(program: Command): void {
  program
    .command('runtimes')
    .description('every runtime known, whether it is here, and which limits it enforces')
    .option('--json', 'print one JSON document')
    .action(runtimes);
}

async function runtimes(flags: { json?: true }): Promise<void> {
  const lab = await labHere();
  const listing = await lab.catalogue.list(false);
  await lab.close();
  if (flags.json === true) printJson(listing);
  else writeOut(format(listing.runtimes));
}

function format(infos: readonly RuntimeInfo[]): string {
  const header = ['RUNTIME', 'HERE', 'VERSION', 'MEMORY', 'CPUS', 'PIDS', 'TIME', 'FUEL'];
  const rows = infos.map(({ id, available, version, limits }) => [
    id,
    available ? 'yes' : 'no',
    version ?? '',
    limits.memory,
    limits.cpus,
    limits.pids,
    limits.time,
    limits.fuel,
  ]);
  const absent = infos
    .filter((info) => !info.available)
    .map((info) => `${info.id}: ${printable(info.why ?? 'not found')}\n`);
  return [formatTable(header, rows), absent.length > 0 ? '\n' : '', ...absent].join('');
}
