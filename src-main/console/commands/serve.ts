import type { Command } from 'commander';
import { LabError } from '../../contract/index.js';
import { onInterrupt } from '../interrupt.js';
import { RENDERER_DIR, labHere } from '../lab-here.js';
import { serve } from '../server/serve.js';
import type { ServedConsole } from '../server/serve.js';
import { printLine, writeOut } from '../streams.js';

interface Flags {
  port: string;
  json?: true;
}

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('the same window in a browser of this machine, behind a one-time link')
    .option('--port <n>', 'a port of 127.0.0.1; 0 lets the system choose', '0')
    .option('--json', 'print the link as one line of JSON')
    .action(start);
}

async function start(flags: Flags): Promise<void> {
  const port = Number(flags.port);
  if (!/^\d+$/.test(flags.port) || port > 65_535) {
    throw new LabError('bad-request', `--port cannot be "${flags.port}".`, 'Give 0 to 65535.');
  }
  const lab = await labHere({ usersOpenPages: true });
  const server = await serve({ dispatcher: lab.dispatcher, rendererDir: RENDERER_DIR, port });
  if (flags.json === true) printLine({ url: server.url });
  else writeOut(`Paralelo is at ${server.url}\nThe link works once. Ctrl+C ends it.\n`);
  const stopListening = flags.json === true ? undefined : offerLinks(server);
  await new Promise<void>((stopped) => onInterrupt(stopped));
  stopListening?.();
  await server.close();
  await lab.close();
}

/** In a terminal, Enter prints one more link: for another browser, or when the first was lost. */
function offerLinks(server: ServedConsole): (() => void) | undefined {
  const { stdin } = process;
  if (!stdin.isTTY) return undefined;
  writeOut('Enter prints a new link.\n');
  stdin.on('data', () => writeOut(`${server.newUrl()}\n`));
  return () => stdin.pause();
}
