import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that answers what wazero is asked when it is looked for, and runs nothing. */
export const STAND_IN_VERSION = '9.9.9';

export async function standInWazero(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'paralelo-stand-in-')), 'my-wazero');
  await writeFile(
    path,
    `#!/bin/sh\ncase "$1" in\n  version) echo ${STAND_IN_VERSION} ;;\n  *) echo 'wazero CLI' ;;\nesac\n`,
  );
  await chmod(path, 0o755);
  return path;
}
