import { ByteReader } from './byte-reader.js';
import { HEADER_BYTES, readHeader } from './header.js';

const CUSTOM_SECTION = 0;
const CORE_LAYER = 0;

/**
 * The module without its custom sections (core specification 5.5.3): names, producers, debug information, which no
 * engine needs in order to run it. Undefined for a component, whose parts are modules. Throws `not-a-module`.
 */
export function stripCustomSections(module: Uint8Array): Uint8Array | undefined {
  if (readHeader(module).layer !== CORE_LAYER) return undefined;
  const kept = [module.subarray(0, HEADER_BYTES)];
  const reader = new ByteReader(module, HEADER_BYTES);
  while (!reader.isAtEnd) {
    const start = reader.offset;
    const id = reader.byte();
    reader.part(reader.u32());
    if (id !== CUSTOM_SECTION) kept.push(module.subarray(start, reader.offset));
  }
  return Buffer.concat(kept);
}
