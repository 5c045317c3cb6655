import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** A file that says from what a folder was made. It is written last, so an interrupted work has none. */
export class Stamp {
  /** @param {string} path */
  constructor(path) {
    this.path = path;
  }

  /** @param {string} fingerprint */
  matches(fingerprint) {
    try {
      return readFileSync(this.path, 'utf8').trim() === fingerprint;
    } catch {
      return false;
    }
  }

  /** @param {string} fingerprint */
  write(fingerprint) {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, `${fingerprint}\n`);
  }

  remove() {
    rmSync(this.path, { force: true });
  }
}

/**
 * A hash of the names and contents of files, so that neither a touch nor a checkout matters.
 * @param {string} root
 * @param {readonly string[]} paths files and folders below it; one that does not exist counts as empty
 * @param {readonly string[]} [facts] what else the result depends on
 */
export function fingerprint(root, paths, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const file of paths.flatMap((path) => filesOf(join(root, path)))) {
    const name = relative(root, file).split(sep).join('/');
    const content = readFileSync(file);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} in one order everywhere
 */
function filesOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
