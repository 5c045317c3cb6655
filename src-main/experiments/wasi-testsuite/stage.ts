import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, normalize, resolve, sep } from 'node:path';
import { LEAST_GRANTS, LabError } from '../../contract/index.js';
import type { Grants, Volume } from '../../contract/index.js';
import type { WasiTest } from './read-folder.js';

export interface Stage {
  grants: Grants;
  remove(): void;
}

const MOST_COPIED = 10_000;

/**
 * What a test is granted: copies of its directories, since tests write into them and the next runtime must find
 * them as they were. Throws LabError for a directory that is not there or lies outside the test's folder.
 */
export function stage({ wasmPath, specification }: WasiTest): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-wasi-test-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    return { grants: grantsIn(folder, dirname(wasmPath), specification), remove };
  } catch (thrown) {
    remove();
    throw thrown;
  }
}

function grantsIn(
  folder: string,
  home: string,
  { env, dirs, root, stdin }: WasiTest['specification'],
): Grants {
  const asked = dirs.map((dir): [string, string] => [dir, dir]);
  if (root !== undefined) asked.push([root, '/']);
  const volumes = asked.map(([dir, guestPath], at): Volume => {
    const hostPath = join(folder, String(at));
    copy(home, dir, hostPath);
    return { hostPath, guestPath, readOnly: false };
  });
  const stdinPath = join(folder, 'stdin');
  if (stdin !== undefined) writeFileSync(stdinPath, stdin);
  return { ...LEAST_GRANTS, env, volumes, ...(stdin === undefined ? {} : { stdinPath }) };
}

function copy(home: string, dir: string, to: string): void {
  const from = resolve(home, dir);
  const isInside = from === home || from.startsWith(home + sep);
  if (isAbsolute(dir) || normalize(dir).startsWith('..') || !isInside) {
    throw notPossible(dir, 'it lies outside the folder of the test');
  }
  if (statSync(from, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw notPossible(dir, 'there is no such directory beside the test');
  }
  let copied = 0;
  cpSync(from, to, {
    recursive: true,
    // Links stay as they are: what they point to is not copied in.
    verbatimSymlinks: true,
    filter: (path) => {
      copied += 1;
      if (copied > MOST_COPIED) throw notPossible(dir, `it holds more than ${MOST_COPIED} files`);
      // What an earlier run of another runner left behind.
      return !path.endsWith('.cleanup');
    },
  });
}

function notPossible(dir: string, why: string): LabError {
  return new LabError(
    'bad-request',
    `The directory "${dir}" of the test cannot be granted: ${why}.`,
    'Mend "dirs" or "root" in the .json of the test.',
  );
}
