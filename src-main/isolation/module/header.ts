import { LabError } from '../../contract/index.js';
import { ByteReader } from './byte-reader.js';
import { describeFirstBytes, hasMagic } from './first-bytes.js';

export const HEADER_BYTES = 8;

export interface Header {
  version: number;
  /** 0 is a core module, 1 a component (component model, design/mvp/Binary.md). */
  layer: number;
}

/** The first 8 bytes. Throws `not-a-module` with what it looks like when it is no WebAssembly at all. */
export function readHeader(bytes: Uint8Array): Header {
  if (!hasMagic(bytes)) {
    const { looksLike, hint } = describeFirstBytes(bytes);
    throw new LabError(
      'not-a-module',
      `This is not a WebAssembly module: it looks like ${looksLike}.`,
      hint,
    );
  }
  if (bytes.length < HEADER_BYTES) {
    throw new ByteReader(bytes, bytes.length).malformed('it ends in the middle of its header');
  }
  return { version: littleEndian16(bytes, 4), layer: littleEndian16(bytes, 6) };
}

export function unknownFormat({ version, layer }: Header): LabError {
  return new LabError(
    'not-a-module',
    `This WebAssembly file is of format version ${version}, layer ${layer}, which is not known.`,
    'Build it again with a current toolchain for WASI preview 1.',
  );
}

function littleEndian16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
