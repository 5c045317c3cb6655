import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { LabError } from '../contract/index.js';

/**
 * A twin's file, read once, so that what was checked is what is used. Throws `file-not-found`, or
 * `twin-damaged` when the bytes are not those of the manifest.
 */
export async function readVerified(path: string, sha256: string): Promise<Buffer> {
  const content = await readOwnFile(path);
  const actual = createHash('sha256').update(content).digest('hex');
  if (actual === sha256) return content;
  throw new LabError(
    'twin-damaged',
    `${basename(path)} is not the file that Paralelo was built with: its SHA-256 is ${actual}, not ${sha256}.`,
    'Install Paralelo again; in a checkout, `npm run workloads` builds the twins anew.',
  );
}

/** A file that comes with Paralelo itself. Throws `file-not-found`. */
export async function readOwnFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new LabError(
      'file-not-found',
      `${path} belongs to Paralelo and cannot be read.`,
      'Install Paralelo again; in a checkout, `npm run workloads` builds the twins anew.',
      { cause },
    );
  }
}
