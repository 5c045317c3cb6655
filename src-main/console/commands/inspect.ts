import type { Command } from 'commander';
import { Client, dispatcherTransport } from '../../contract/index.js';
import type { IsolationProfile, ProfileSubject } from '../../contract/index.js';
import type { Lab } from '../../lab/lab.js';
import { formatProfiles } from '../format/profile/index.js';
import { listed } from '../inspect/listing.js';
import { fileSubject, isFile, subjectOf } from '../inspect/subjects.js';
import { labHere } from '../lab-here.js';
import { printJson, writeOut } from '../streams.js';

interface Flags {
  json?: true;
}

/** Where there is no terminal: as wide as most people read. */
const USUAL_COLUMNS = 100;

export function inspectCommand(program: Command): void {
  program
    .command('inspect')
    .description(
      'what isolates a container, a Wasm process or a module, and what it can do; several: side by side',
    )
    .argument(
      '<subjects...>',
      'a container or a run in one (name, id or how it begins), the pid of a Wasm process or of a container, or a .wasm file',
    )
    .option('--json', 'print one JSON document on stdout and nothing else')
    .action(inspect);
}

async function inspect(texts: string[], flags: Flags): Promise<void> {
  const lab = await labHere();
  try {
    const client = new Client(dispatcherTransport(lab.dispatcher));
    const profiles: IsolationProfile[] = [];
    for (const subject of await subjects(texts, lab, client)) {
      profiles.push(await client.request('isolation.profile', { subject }));
    }
    if (flags.json === true) printJson(profiles.length === 1 ? profiles[0] : { profiles });
    else writeOut(formatProfiles(profiles, process.stdout.columns || USUAL_COLUMNS));
  } finally {
    await lab.close();
  }
}

/** No engine is asked for a file's sake. */
async function subjects(texts: string[], lab: Lab, client: Client): Promise<ProfileSubject[]> {
  if (texts.every(isFile)) return texts.map(fileSubject);
  await lab.catalogue.lookedForInstances();
  const all = await listed(client);
  return texts.map((text) => subjectOf(text, all));
}
