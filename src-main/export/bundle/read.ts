import * as v from 'valibot';
import { ExchangedSchema } from '../../contract/index.js';
import type { Exchanged } from '../../contract/index.js';
import { BUNDLE_VERSION, HeadSchema, MANIFEST, ManifestSchema, SUMS } from './format.js';
import type { Manifest } from './format.js';
import { damaged, newer, notABundle } from './problems.js';
import { unpack } from './unpack.js';
import { idOf, sha256 } from './write.js';

export interface Bundle {
  manifest: Manifest;
  entries: Exchanged[];
}

/**
 * What a bundle holds, all of it checked. Throws LabError `not-a-bundle`, `bundle-damaged`, `bundle-too-large`,
 * `bundle-newer`.
 */
export async function readBundle(bundle: Uint8Array): Promise<Bundle> {
  const files = await unpack(bundle);
  const manifest = manifestOf(files.get(MANIFEST));
  checkSums(files);
  const names = [MANIFEST, SUMS, ...manifest.entries.map(({ file }) => file)];
  if (new Set(names).size !== files.size) throw damaged('it holds other files than it says');
  const entries: Exchanged[] = [];
  for (const listed of manifest.entries) {
    entries.push(entryOf(listed, files.get(listed.file)));
    // One after the other, so that a window is answered between two.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (new Set(entries.map(idOf)).size !== entries.length) throw damaged('it has an entry twice');
  return { manifest, entries };
}

/** Its version first: of a newer one nothing else is understood. */
function manifestOf(content: Buffer | undefined): Manifest {
  if (content === undefined) throw notABundle(`it has no ${MANIFEST}`);
  const document = jsonOf(MANIFEST, content);
  const head = v.safeParse(HeadSchema, document);
  if (!head.success) throw notABundle(`its ${MANIFEST} is that of something else`);
  if (head.output.version > BUNDLE_VERSION) throw newer(head.output.version, BUNDLE_VERSION);
  return parsed(ManifestSchema, MANIFEST, document);
}

function checkSums(files: ReadonlyMap<string, Buffer>): void {
  const sums = new Map<string, string>();
  for (const line of (files.get(SUMS)?.toString('latin1') ?? '').trimEnd().split('\n')) {
    const [, sum, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (sum === undefined || name === undefined) throw damaged(`its ${SUMS} makes no sense`);
    sums.set(name, sum);
  }
  for (const [name, content] of files) {
    if (name !== SUMS && sums.get(name) !== sha256(content)) {
      throw damaged(`${name} is not what its checksum says`);
    }
  }
}

function entryOf(
  { file, kind, id }: Manifest['entries'][number],
  content: Buffer | undefined,
): Exchanged {
  if (content === undefined) throw damaged(`${file} is missing`);
  const entry = parsed(ExchangedSchema, file, jsonOf(file, content));
  if (entry.kind !== kind || idOf(entry) !== id)
    throw damaged(`${file} is not what ${MANIFEST} says`);
  return entry;
}

function jsonOf(file: string, content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8')) as unknown;
  } catch {
    throw damaged(`${file} is not JSON`);
  }
}

function parsed<S extends v.GenericSchema>(
  schema: S,
  file: string,
  value: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw damaged(`${file}: ${v.getDotPath(issue) ?? 'all of it'} does not fit: ${issue.message}`);
}
