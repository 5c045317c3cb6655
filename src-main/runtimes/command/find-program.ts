import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where a program was found. */
export interface FoundProgram {
  path: string;
  /** Changes when another build is put in its place. */
  identity: string;
}

export interface ProgramSearch {
  /** The user's own choice, from the settings; nothing else is looked at then. */
  chosen?: string | undefined;
  names: readonly string[];
  /** Folders before PATH, then those behind it; `~` is the user's home. */
  before?: readonly string[];
  behind?: readonly string[];
}

/** The first executable file of one of these names. */
export function findProgram(search: ProgramSearch): FoundProgram | undefined {
  if (search.chosen !== undefined) return inspect(search.chosen);
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const folders = [...(search.before ?? []), ...onPath, ...(search.behind ?? [])].map(atHome);
  for (const name of search.names) {
    for (const folder of folders) {
      const found = inspect(join(folder, process.platform === 'win32' ? `${name}.exe` : name));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function inspect(path: string): FoundProgram | undefined {
  try {
    const stats = statSync(path);
    accessSync(path, constants.X_OK);
    if (!stats.isFile()) return undefined;
    return { path, identity: `${path} ${stats.size} ${stats.mtimeMs}` };
  } catch {
    return undefined;
  }
}

function atHome(folder: string): string {
  return folder.startsWith('~/') ? join(homedir(), folder.slice(2)) : folder;
}
