import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { Exchanged } from '../../contract/index.js';
import { BUNDLE_NAME, MANIFEST, SUMS, VERSION_OF } from './format.js';
import type { Manifest, Origin } from './format.js';

const zip = promisify(gzip);

/** One file with all of these, as docs/bundle.md describes it. */
export async function writeBundle(entries: readonly Exchanged[], origin: Origin): Promise<Buffer> {
  const files = new Map<string, Buffer>();
  const version = Math.max(1, ...entries.map(({ kind }) => VERSION_OF[kind]));
  const manifest: Manifest = {
    ...{ format: BUNDLE_NAME, version, ...origin },
    entries: entries.map((entry, at) => ({
      file: `entries/${String(at + 1).padStart(4, '0')}.json`,
      kind: entry.kind,
      id: idOf(entry),
    })),
  };
  files.set(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  manifest.entries.forEach(({ file }, at) => {
    files.set(file, Buffer.from(`${JSON.stringify(entries[at])}\n`));
  });
  const sums = [...files].map(([name, content]) => `${sha256(content)}  ${name}\n`).join('');
  files.set(SUMS, Buffer.from(sums));
  return await zip(await tarOf(files), { level: 9 });
}

export function idOf(entry: Exchanged): string {
  return entry.kind === 'run' ? entry.record.id : entry.id;
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function tarOf(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const tar = pack();
  // No time and no owner: the same entries give the same bytes.
  for (const [name, content] of files)
    tar.entry({ name, mode: 0o644, mtime: new Date(0) }, content);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
