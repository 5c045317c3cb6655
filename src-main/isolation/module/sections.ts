import { readMemory, readTable } from './bounds.js';
import type { ByteReader } from './byte-reader.js';
import { skipConstantExpression } from './constant-expression.js';
import { readKind } from './imports.js';
import type { ExternalKind, MemoryProfile, ModuleExport, TableProfile } from './profile.js';

/** The binary format of the core specification, 5.5. In the table section: a table whose elements have an initial expression; a zero follows. */
const TABLE_WITH_INITIAL = 0x40;

/** How many of each kind there are so far: what an index may name. */
export type IndexSpaces = Record<ExternalKind, number>;

export function readExports(reader: ByteReader, spaces: IndexSpaces): ModuleExport[] {
  const exports: ModuleExport[] = [];
  const names = new Set<string>();
  for (let left = reader.count(); left > 0; left -= 1) {
    const name = reader.name();
    if (names.has(name)) throw reader.malformed('two exports have one name');
    names.add(name);
    const kind = readKind(reader);
    readIndex(reader, kind, spaces);
    exports.push({ name, kind });
  }
  return exports;
}

export function readMemories(reader: ByteReader): MemoryProfile[] {
  const memories: MemoryProfile[] = [];
  for (let left = reader.count(); left > 0; left -= 1) memories.push(readMemory(reader, false));
  return memories;
}

export function readTables(reader: ByteReader): TableProfile[] {
  const tables: TableProfile[] = [];
  for (let left = reader.count(); left > 0; left -= 1) {
    const hasInitial = reader.peek() === TABLE_WITH_INITIAL;
    if (hasInitial && (reader.byte() !== TABLE_WITH_INITIAL || reader.byte() !== 0)) {
      throw reader.malformed('a table is of an unknown form');
    }
    tables.push(readTable(reader, false));
    if (hasInitial) skipConstantExpression(reader);
  }
  return tables;
}

/** An index of something that is there. */
export function readIndex(reader: ByteReader, kind: ExternalKind, spaces: IndexSpaces): void {
  const index = reader.u32();
  if (index >= spaces[kind]) {
    throw reader.malformed(`${kind} ${index} is named, and there are ${spaces[kind]}`);
  }
}
