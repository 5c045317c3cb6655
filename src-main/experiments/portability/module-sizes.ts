import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { stripCustomSections } from '../../isolation/module/index.js';

/** Beyond it nothing is compressed or validated: that takes minutes, or holds the lab up. */
const MOST_BYTES = 32 * 1024 ** 2;

/** Of a module's file; what was not found out is absent. */
export interface ModuleSizes {
  bytes: number;
  /** Without its custom sections. */
  stripped?: { content: Uint8Array; bytes: number; isValid: boolean };
  /** Level 9. */
  gzipBytes?: number;
  /** Quality 11. */
  brotliBytes?: number;
}

export async function moduleSizes(module: Uint8Array): Promise<ModuleSizes> {
  const bytes = module.length;
  if (bytes > MOST_BYTES) return { bytes };
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(module, { level: constants.Z_BEST_COMPRESSION }),
    promisify<Uint8Array, object, Buffer>(brotliCompress)(module, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }),
  ]);
  const content = stripCustomSections(module);
  return {
    bytes,
    gzipBytes: gzipped.length,
    brotliBytes: brotli.length,
    ...(content === undefined
      ? {}
      : {
          stripped: {
            ...{ content, bytes: content.length },
            isValid: WebAssembly.validate(content),
          },
        }),
  };
}
