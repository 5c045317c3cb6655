import * as v from 'valibot';
import type { WrittenPaths } from '../../../contract/index.js';
import type { Engine } from '../engine/engine.js';
import type { Inspected } from './inspected.js';
import { ask } from './questions.js';

/** An engine that compares a whole image with what became of it: longer than this nobody waits for an advice. */
const COMPARED_MS = 3000;
const MOST_DIRECTORIES = 8;
const DEPTH = 2;

const ChangesSchema = v.array(v.object({ Path: v.string() }));
/** Docker's answer where nothing changed; docker-modem takes it for no JSON, and hands it over as it came. */
const NOTHING = 'null';

/** What an engine puts into the root file system of a container; Podman a line for a user that the image does not know. */
const MADE_BY_ENGINE =
  /^\/(dev|proc|sys|etc|run|etc\/(hosts|hostname|resolv\.conf|mtab)|\.dockerenv|run\/\.containerenv)$/;
const MADE_BY_PODMAN = /^\/etc\/(passwd|group)$/;

/** What it wrote to its root file system; undefined where the engine does not tell it in time. Never rejects. */
export async function writtenBy(
  engine: Engine,
  { Id, Mounts }: Inspected,
): Promise<WrittenPaths | undefined> {
  try {
    const path = `/containers/${Id}/changes`;
    const answer = await ask(engine, { method: 'GET', path }, undefined, COMPARED_MS);
    const isNothing = String(answer).trim() === NOTHING;
    const paths = isNothing ? [] : v.parse(ChangesSchema, answer).map(({ Path }) => Path);
    const made = Mounts.flatMap(({ Destination }) => Destination ?? []);
    return writtenPaths(
      engine.id === 'podman' ? paths.filter((one) => !MADE_BY_PODMAN.test(one)) : paths,
      made,
    );
  } catch {
    return undefined;
  }
}

/** An engine names each directory above a changed file too: those are not counted, nor what it made itself. */
export function writtenPaths(
  paths: readonly string[],
  mountPoints: readonly string[],
): WrittenPaths {
  const above = new Set(paths.flatMap(parentsOf));
  const files = paths.filter(
    (path) => !above.has(path) && !mountPoints.includes(path) && !MADE_BY_ENGINE.test(path),
  );
  const counts = new Map<string, number>();
  for (const path of files) {
    const directory = directoryOf(path);
    counts.set(directory, (counts.get(directory) ?? 0) + 1);
  }
  return {
    count: files.length,
    directories: [...counts]
      .sort(([, one], [, other]) => other - one)
      .slice(0, MOST_DIRECTORIES)
      .map(([directory]) => directory),
  };
}

function parentsOf(path: string): string[] {
  const names = path.split('/').slice(1, -1);
  return names.map((_, at) => `/${names.slice(0, at + 1).join('/')}`);
}

function directoryOf(path: string): string {
  return `/${path.split('/').slice(1, -1).slice(0, DEPTH).join('/')}`;
}
