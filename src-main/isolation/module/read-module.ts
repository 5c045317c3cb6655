import { LabError } from '../../contract/index.js';
import { ByteReader } from './byte-reader.js';
import { orNothing, readProducers, readTargetFeatures } from './custom-sections.js';
import { describeFirstBytes, hasMagic } from './first-bytes.js';
import type { ModuleProfile } from './profile.js';
import { readExports, readImports, readMemories } from './sections.js';

const HEADER_BYTES = 8;
const CUSTOM = 0;
const IMPORT = 2;
const TABLE = 4;
const MEMORY = 5;
const EXPORT = 7;
const START = 8;
/** Data count (12) and tags (13) are the last known ones. */
const LAST_SECTION = 13;

/**
 * Reads what a module says about itself. Throws LabError `not-a-module` (with what it looks like, or
 * the offset of what is wrong) or `is-a-component`. Function bodies are not looked at.
 */
export function readModule(bytes: Uint8Array): ModuleProfile {
  checkHeader(bytes);
  const profile: ModuleProfile = {
    sizeBytes: bytes.length,
    memories: [],
    tables: 0,
    imports: [],
    exports: [],
    hasStartFunction: false,
    customSections: [],
    producers: [],
    targetFeatures: [],
  };
  const reader = new ByteReader(bytes, HEADER_BYTES);
  const seen = new Set<number>();
  while (!reader.isAtEnd) {
    const id = reader.byte();
    if (id > LAST_SECTION) throw reader.malformed(`there is a section of unknown kind ${id}`);
    const isRepeated = id !== CUSTOM && seen.has(id);
    if (isRepeated) throw reader.malformed(`section ${id} is there twice`);
    seen.add(id);
    readSection(id, reader.part(reader.u32()), profile);
  }
  return profile;
}

function readSection(id: number, section: ByteReader, profile: ModuleProfile): void {
  if (id === CUSTOM) readCustom(section, profile);
  else if (id === IMPORT) {
    const { imports, memories } = readImports(section);
    profile.imports = imports;
    profile.memories = memories.concat(profile.memories);
  } else if (id === TABLE) profile.tables = section.count();
  else if (id === MEMORY) profile.memories = profile.memories.concat(readMemories(section));
  else if (id === EXPORT) profile.exports = readExports(section);
  else if (id === START) profile.hasStartFunction = true;
}

function readCustom(section: ByteReader, profile: ModuleProfile): void {
  const name = section.name();
  profile.customSections.push(name);
  if (name === 'producers') profile.producers = orNothing(() => readProducers(section));
  if (name === 'target_features') {
    profile.targetFeatures = orNothing(() => readTargetFeatures(section));
  }
}

function checkHeader(bytes: Uint8Array): void {
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
  const [version, layer] = [littleEndian16(bytes, 4), littleEndian16(bytes, 6)];
  if (layer === 1) {
    throw new LabError(
      'is-a-component',
      'This is a WebAssembly component, not a core module.',
      'Give a core module built for WASI preview 1 (target wasm32-wasi or wasm32-wasip1, not wasm32-wasip2).',
    );
  }
  if (layer !== 0 || version !== 1) {
    throw new LabError(
      'not-a-module',
      `This WebAssembly file is of format version ${version}, layer ${layer}; only version 1, layer 0 is known.`,
      'Build it again with a current toolchain for WASI preview 1.',
    );
  }
}

function littleEndian16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
