import { pack } from 'tar-stream';
import { LabError } from '../../../contract/index.js';
import type { TwinPaths } from '../../runtime.js';
import { readVerified } from '../../verified-file.js';
import type { Image } from './image.js';

/** Lanes that need the same image at the same time share its making. */
const underWay = new Map<string, Promise<Image>>();

export function onlyOnce(key: string, make: () => Promise<Image>): Promise<Image> {
  const making = underWay.get(key);
  if (making !== undefined) return making;
  const made = make().finally(() => underWay.delete(key));
  underWay.set(key, made);
  return made;
}

/** The twin's program for an architecture, as Go names it. Throws `wrong-architecture` where it was not built. */
export async function readExecutable(twin: TwinPaths, architecture: string): Promise<Buffer> {
  const built = twin.executables[architecture];
  if (built === undefined) {
    throw new LabError(
      'wrong-architecture',
      `${twin.name} is not built for ${architecture}.`,
      `It is built for ${Object.keys(twin.executables).join(' and ')}.`,
    );
  }
  return await readVerified(built.path, built.sha256);
}

interface Entry {
  name: string;
  mode: number;
  content: Buffer | string;
}

/** The same entries give the same bytes. */
export async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, mode, content } of entries) {
    tar.entry({ name, mode, mtime: new Date(0) }, content);
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
