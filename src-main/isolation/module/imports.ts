import { readMemory, readTable } from './bounds.js';
import type { ByteReader } from './byte-reader.js';
import type { ExternalKind, MemoryProfile, ModuleImport, TableProfile } from './profile.js';
import type { IndexSpaces } from './sections.js';
import { skipValueType } from './value-types.js';

/** Kinds of the core specification, 5.5.5. */
const KINDS: readonly ExternalKind[] = ['function', 'table', 'memory', 'global', 'tag'];
/** A function of exactly its type, of the proposal custom-descriptors. */
const EXACT_FUNCTION = 0x20;
/** Compact import section: behind an empty name, the imports of one module with their types, or with one type. */
const GROUP = 0x7f;
const GROUP_OF_ONE_TYPE = 0x7e;
/** `var`, and `shared` of shared-everything-threads. */
const KNOWN_GLOBAL_FLAGS = 3;
/** As the WebAssembly JavaScript Interface limits them; groups could hide more. */
const MOST_IMPORTS = 1_000_000;

export interface Imported {
  imports: ModuleImport[];
  memories: MemoryProfile[];
  tables: TableProfile[];
}

export function readImports(reader: ByteReader, spaces: IndexSpaces): Imported {
  const imported: Imported = { imports: [], memories: [], tables: [] };
  const add = (module: string, name: string, type: ImportType): void => {
    if (imported.imports.length >= MOST_IMPORTS) {
      throw reader.malformed('it has more imports than any engine takes');
    }
    imported.imports.push({ module, name, kind: type.kind });
    spaces[type.kind] += 1;
    if (type.memory !== undefined) imported.memories.push(type.memory);
    if (type.table !== undefined) imported.tables.push(type.table);
  };
  for (let left = reader.count(); left > 0; left -= 1) {
    const module = reader.name();
    const name = reader.name();
    const form = name === '' ? reader.peek() : undefined;
    if (form === GROUP || form === GROUP_OF_ONE_TYPE) {
      reader.byte();
      readGroup(reader, form, (each, type) => add(module, each, type));
    } else add(module, name, readType(reader));
  }
  return imported;
}

function readGroup(
  reader: ByteReader,
  form: typeof GROUP | typeof GROUP_OF_ONE_TYPE,
  add: (name: string, type: ImportType) => void,
): void {
  const shared = form === GROUP_OF_ONE_TYPE ? readType(reader) : undefined;
  for (let left = reader.count(); left > 0; left -= 1) {
    const name = reader.name();
    add(name, shared ?? readType(reader));
  }
}

interface ImportType {
  kind: ExternalKind;
  memory?: MemoryProfile;
  table?: TableProfile;
}

function readType(reader: ByteReader): ImportType {
  if (reader.peek() === EXACT_FUNCTION) {
    reader.byte();
    reader.u32();
    return { kind: 'function' };
  }
  const kind = readKind(reader);
  if (kind === 'memory') return { kind, memory: readMemory(reader, true) };
  if (kind === 'table') return { kind, table: readTable(reader, true) };
  skipType(reader, kind);
  return { kind };
}

function skipType(reader: ByteReader, kind: 'function' | 'global' | 'tag'): void {
  if (kind === 'global') {
    skipValueType(reader);
    if (reader.byte() > KNOWN_GLOBAL_FLAGS) {
      throw reader.malformed('an imported global is of an unknown form');
    }
    return;
  }
  if (kind === 'tag' && reader.byte() !== 0) {
    throw reader.malformed('an imported tag is of an unknown form');
  }
  reader.u32();
}

export function readKind(reader: ByteReader): ExternalKind {
  const kind = KINDS[reader.byte()];
  if (kind === undefined) throw reader.malformed('something of an unknown kind goes in or out');
  return kind;
}
