import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import {
  LabError,
  MOST_BUNDLED,
  MOST_BUNDLE_BYTES,
  MOST_UNPACKED_BYTES,
} from '../../contract/index.js';
import { FILE_NAME } from './format.js';
import { damaged, notABundle, tooLarge } from './problems.js';

const unzip = promisify(gunzip);
/** All entries, the manifest and the sums. */
const MOST_FILES = MOST_BUNDLED + 2;

/** Its files by name. Nothing is written anywhere. Throws LabError `not-a-bundle`, `bundle-damaged`, `bundle-too-large`. */
export async function unpack(bundle: Uint8Array): Promise<Map<string, Buffer>> {
  if (bundle.byteLength > MOST_BUNDLE_BYTES) throw tooLarge();
  if (bundle[0] !== 0x1f || bundle[1] !== 0x8b) throw notABundle('it is not compressed by gzip');
  return await filesOf(await unzipped(bundle));
}

async function unzipped(bundle: Uint8Array): Promise<Buffer> {
  try {
    // It stops as soon as that much came out, however small what comes in is.
    return await unzip(bundle, { maxOutputLength: MOST_UNPACKED_BYTES });
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw damaged(code === 'Z_BUF_ERROR' ? 'its end is missing' : message);
  }
}

async function filesOf(tar: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const archive = extract();
  archive.end(tar);
  try {
    for await (const entry of archive) {
      const { name, type } = entry.header;
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      const isExpected = (type === 'file' || type === 'contiguous-file') && FILE_NAME.test(name);
      if (!isExpected || files.has(name))
        throw new Error(`${JSON.stringify(name)} is not expected in it`);
      if (files.size >= MOST_FILES) throw tooLarge();
      files.set(name, Buffer.concat(chunks));
    }
  } catch (thrown) {
    if (thrown instanceof LabError) throw thrown;
    throw damaged(thrown instanceof Error ? thrown.message : String(thrown));
  }
  return files;
}
