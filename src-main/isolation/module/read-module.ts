import { LabError } from '../../contract/index.js';
import { ByteReader } from './byte-reader.js';
import { readComponent } from './component.js';
import { orNothing, readProducers, readTargetFeatures } from './custom-sections.js';
import { HEADER_BYTES, readHeader, unknownFormat } from './header.js';
import type { ModuleProfile } from './profile.js';
import { readExports, readImports, readMemories } from './sections.js';

/** Interfaces named of a component that was given instead of a module. */
const SHOWN_IMPORTS = 4;
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
  const header = readHeader(bytes);
  if (header.layer === 1) {
    throw new LabError(
      'is-a-component',
      `This is a WebAssembly component, not a core module${whatItImports(bytes)}.`,
      'Run it in wasmtime, which takes components, or give a core module built for WASI preview 1 (target wasm32-wasi or wasm32-wasip1, not wasm32-wasip2).',
    );
  }
  if (header.layer !== 0 || header.version !== 1) throw unknownFormat(header);
}

/** For people; a component that cannot be read is a component all the same. */
function whatItImports(bytes: Uint8Array): string {
  const imports = orNothing(() => readComponent(bytes).imports);
  if (imports.length === 0) return '';
  const shown = imports.slice(0, SHOWN_IMPORTS).map((name) => name.slice(0, 80));
  const more = imports.length > SHOWN_IMPORTS ? ` and ${imports.length - SHOWN_IMPORTS} more` : '';
  return `: it imports ${shown.join(', ')}${more}`;
}
