import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { LabError } from '../contract/index.js';
import type { Licence } from '../contract/index.js';

const LicencesSchema = v.array(
  v.object({ name: v.string(), version: v.string(), licence: v.string(), text: v.string() }),
);

/** What the build collected. Throws `file-not-found` where there was none. */
export async function readLicences(path: string | undefined): Promise<Licence[]> {
  try {
    if (path === undefined) throw new Error('This lab was not built.');
    return v.parse(LicencesSchema, JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new LabError(
      'file-not-found',
      'The licences of what is built into Paralelo could not be read.',
      'In a checkout: npm run build. In an installed app: install it again.',
      { cause },
    );
  }
}
