import { LabError } from '../../contract/index.js';
import { ByteReader } from './byte-reader.js';
import { hasMagic } from './first-bytes.js';
import { HEADER_BYTES, readHeader, unknownFormat } from './header.js';

/** What a component says about itself, read from its bytes without running it. */
export interface ComponentProfile {
  /** Such as `wasi:cli/stdout@0.2.3`, in the order of the file; of the component itself, not of what is nested in it. */
  imports: string[];
  exports: string[];
  sizeBytes: number;
}

/** The binary format of the component model, design/mvp/Binary.md; this version has stood since 2023. */
const COMPONENT_VERSION = 13;
const IMPORT = 10;
const EXPORT = 11;
/** Values (12) are the last known ones. */
const LAST_SECTION = 12;
const CORE_MODULE_TYPE = 0x11;

/** Throws LabError `not-a-module` for what is not a component, or with the offset of what is wrong in it. */
export function readComponent(bytes: Uint8Array): ComponentProfile {
  const header = readHeader(bytes);
  if (header.layer === 0) throw isCoreModule();
  if (header.layer !== 1 || header.version !== COMPONENT_VERSION) throw unknownFormat(header);
  const profile: ComponentProfile = { imports: [], exports: [], sizeBytes: bytes.length };
  const reader = new ByteReader(bytes, HEADER_BYTES);
  while (!reader.isAtEnd) {
    const id = reader.byte();
    if (id > LAST_SECTION) throw reader.malformed(`there is a section of unknown kind ${id}`);
    // What is nested (a module or a component in a section of its own) is skipped by its length.
    const section = reader.part(reader.u32());
    if (id === IMPORT) profile.imports.push(...readEntries(section, skipDescription));
    if (id === EXPORT) profile.exports.push(...readEntries(section, skipExported));
  }
  return profile;
}

/** Whether these are the first bytes of a component; what follows may still be malformed. */
export function isComponent(bytes: Uint8Array): boolean {
  return hasMagic(bytes) && bytes[6] === 1 && bytes[7] === 0;
}

function readEntries(section: ByteReader, skipRest: (reader: ByteReader) => void): string[] {
  const names: string[] = [];
  for (let left = section.count(); left > 0; left -= 1) {
    names.push(readName(section));
    skipRest(section);
  }
  return names;
}

function readName(reader: ByteReader): string {
  const form = reader.byte();
  // 1 was an interface's name in the drafts; the name itself tells that now.
  if (form > 1) throw reader.malformed(`a name is of the unknown form ${form}`);
  return reader.name();
}

/** `externdesc`: what is imported, as a kind and the index of its type. */
function skipDescription(reader: ByteReader): void {
  const kind = reader.byte();
  if (kind === 0 && reader.byte() !== CORE_MODULE_TYPE) throw unknownKind(reader);
  if (kind > 5) throw unknownKind(reader);
  if (kind === 3) skipTypeBound(reader);
  else if (kind === 2) skipValueBound(reader);
  else reader.u32();
}

/** `eq` and a type, or `sub resource` and nothing. */
function skipTypeBound(reader: ByteReader): void {
  const bound = reader.byte();
  if (bound > 1) throw unknownKind(reader);
  if (bound === 0) reader.u32();
}

/** `eq` and a value, or a value type: a signed LEB128 of at most 33 bits. */
function skipValueBound(reader: ByteReader): void {
  const bound = reader.byte();
  if (bound > 1) throw unknownKind(reader);
  for (let index = 0; index < 5; index += 1) if (reader.byte() < 0x80) return;
  throw reader.malformed('a number is too long');
}

/** `sortidx`, then perhaps the type that the export is said to have. */
function skipExported(reader: ByteReader): void {
  if (reader.byte() === 0) reader.byte();
  reader.u32();
  const hasType = reader.byte();
  if (hasType > 1) throw unknownKind(reader);
  if (hasType === 1) skipDescription(reader);
}

function unknownKind(reader: ByteReader): LabError {
  return reader.malformed('something of an unknown kind goes in or out');
}

function isCoreModule(): LabError {
  return new LabError(
    'not-a-module',
    'This is a core WebAssembly module, not a component.',
    'Give a component, or run it as the module that it is.',
  );
}
