import type { ByteReader } from './byte-reader.js';

export const CUSTOM = 0;
export const IMPORT = 2;
export const FUNCTION = 3;
export const TABLE = 4;
export const MEMORY = 5;
export const GLOBAL = 6;
export const EXPORT = 7;
export const START = 8;
export const CODE = 10;
export const TAG = 13;
/** Core specification, 5.5.16: types first, tags behind memories, the data count before the code. */
const ORDER = [1, IMPORT, FUNCTION, TABLE, MEMORY, TAG, GLOBAL, EXPORT, START, 9, 12, CODE, 11];

/** Far more than any compiler writes: a file of nothing but empty sections must not keep us. */
const MOST_SECTIONS = 100_000;

/** Calls back for each section of a core module, in the order that the format demands. */
export function eachSection(
  reader: ByteReader,
  read: (id: number, section: ByteReader) => void,
): void {
  let place = -1;
  for (let number = 0; !reader.isAtEnd; number += 1) {
    if (number >= MOST_SECTIONS) throw reader.malformed(`it has over ${MOST_SECTIONS} sections`);
    const id = reader.byte();
    if (id !== CUSTOM) place = placeOf(id, place, reader);
    read(id, reader.part(reader.u32()));
  }
}

function placeOf(id: number, before: number, reader: ByteReader): number {
  const place = ORDER.indexOf(id);
  if (place < 0) throw reader.malformed(`there is a section of unknown kind ${id}`);
  if (place === before) throw reader.malformed(`section ${id} is there twice`);
  if (place < before) throw reader.malformed(`section ${id} is not in its place, or there twice`);
  return place;
}
