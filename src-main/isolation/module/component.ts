import { LabError } from '../../contract/index.js';
import { ByteReader } from './byte-reader.js';
import { readCustomSection } from './custom-sections.js';
import { hasMagic } from './first-bytes.js';
import { HEADER_BYTES, readHeader, unknownFormat } from './header.js';
import type { CustomSection } from './profile.js';

/** What a component says about itself, read from its bytes without running it. */
export interface ComponentProfile {
  /** Such as `wasi:cli/stdout@0.2.3`, in the order of the file; of the component itself, not of what is nested in it. */
  imports: ComponentExtern[];
  exports: ComponentExtern[];
  sizeBytes: number;
  /** A function that runs by itself at instantiation. */
  hasStartFunction: boolean;
  customSections: CustomSection[];
  producers: string[];
  languages: string[];
  targetFeatures: string[];
  /** Where what is nested lies in the bytes: core modules and components, which are not read here. */
  nested: { kind: 'module' | 'component'; start: number; end: number }[];
}

export interface ComponentExtern {
  name: string;
  kind: ComponentKind;
}

/** `instance` is an interface. */
export type ComponentKind =
  'core-module' | 'function' | 'value' | 'type' | 'component' | 'instance';

/** The binary format of the component model, design/mvp/Binary.md; this version has stood since 2023. */
const COMPONENT_VERSION = 13;
const CUSTOM = 0;
const CORE_MODULE = 1;
const COMPONENT = 4;
const START = 9;
const IMPORT = 10;
const EXPORT = 11;
/** Values (12) are the last known ones. */
const LAST_SECTION = 12;
/** Of a core `sort` or description, of which only modules may go in or out. */
const CORE_MODULE_TYPE = 0x11;
const KINDS: readonly ComponentKind[] = [
  'core-module',
  'function',
  'value',
  'type',
  'component',
  'instance',
];
const MOST_SECTIONS = 100_000;

/** Throws LabError `not-a-module` for what is not a component, or with the offset of what is wrong in it. */
export function readComponent(bytes: Uint8Array): ComponentProfile {
  const header = readHeader(bytes);
  if (header.layer === 0) throw isCoreModule();
  if (header.layer !== 1 || header.version !== COMPONENT_VERSION) throw unknownFormat(header);
  const profile: ComponentProfile = {
    imports: [],
    exports: [],
    sizeBytes: bytes.length,
    hasStartFunction: false,
    customSections: [],
    producers: [],
    languages: [],
    targetFeatures: [],
    nested: [],
  };
  const reader = new ByteReader(bytes, HEADER_BYTES);
  for (let number = 0; !reader.isAtEnd; number += 1) {
    if (number >= MOST_SECTIONS) throw reader.malformed(`it has over ${MOST_SECTIONS} sections`);
    const id = reader.byte();
    if (id > LAST_SECTION) throw reader.malformed(`there is a section of unknown kind ${id}`);
    readSection(id, reader.part(reader.u32()), profile, reader.offset);
  }
  return profile;
}

function readSection(
  id: number,
  section: ByteReader,
  profile: ComponentProfile,
  end: number,
): void {
  const start = section.offset;
  if (id === CUSTOM) readCustomSection(section, profile);
  else if (id === CORE_MODULE) profile.nested.push({ kind: 'module', start, end });
  else if (id === COMPONENT) profile.nested.push({ kind: 'component', start, end });
  else if (id === START) profile.hasStartFunction = true;
  else if (id === IMPORT) appendTo(profile.imports, readEntries(section, readDescription));
  else if (id === EXPORT) appendTo(profile.exports, readEntries(section, readExported));
}

/** One by one: a call with so many arguments would overflow the stack. */
function appendTo<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

/** Whether these are the first bytes of a component; what follows may still be malformed. */
export function isComponent(bytes: Uint8Array): boolean {
  return hasMagic(bytes) && bytes[6] === 1 && bytes[7] === 0;
}

function readEntries(
  section: ByteReader,
  readKind: (reader: ByteReader) => ComponentKind,
): ComponentExtern[] {
  const entries: ComponentExtern[] = [];
  for (let left = section.count(); left > 0; left -= 1) {
    const name = readName(section);
    entries.push({ name, kind: readKind(section) });
  }
  section.mustEnd();
  return entries;
}

function readName(reader: ByteReader): string {
  const form = reader.byte();
  // 1 was an interface's name in the drafts; the name itself tells that now.
  if (form > 1) throw reader.malformed(`a name is of the unknown form ${form}`);
  return reader.name();
}

/** `externdesc`: what is imported, as a kind and the index of its type. */
function readDescription(reader: ByteReader): ComponentKind {
  const code = reader.byte();
  const kind = KINDS[code];
  if (code === 0 && reader.byte() !== CORE_MODULE_TYPE) throw unknownKind(reader);
  if (kind === undefined) throw unknownKind(reader);
  if (kind === 'type') skipTypeBound(reader);
  else if (kind === 'value') skipValueBound(reader);
  else reader.u32();
  return kind;
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
  reader.skipNumber(5);
}

/** `sortidx`, then perhaps the type that the export is said to have. */
function readExported(reader: ByteReader): ComponentKind {
  const kind = KINDS[reader.byte()];
  if (kind === undefined) throw unknownKind(reader);
  if (kind === 'core-module' && reader.byte() !== CORE_MODULE_TYPE) throw unknownKind(reader);
  reader.u32();
  const hasType = reader.byte();
  if (hasType > 1) throw unknownKind(reader);
  if (hasType === 1) readDescription(reader);
  return kind;
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
