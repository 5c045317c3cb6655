import { LabError } from '../../contract/index.js';
import { ByteReader } from './byte-reader.js';
import { readComponent } from './component.js';
import { readCustomSection } from './custom-sections.js';
import { HEADER_BYTES, readHeader, unknownFormat } from './header.js';
import { readImports } from './imports.js';
import type { ModuleProfile } from './profile.js';
import * as order from './section-order.js';
import { readExports, readIndex, readMemories, readTables } from './sections.js';
import type { IndexSpaces } from './sections.js';

/** Interfaces named of a component that was given instead of a module. */
const SHOWN_IMPORTS = 4;

/**
 * Reads what a module says about itself. Throws LabError `not-a-module` (with what it looks like, or
 * the offset of what is wrong) or `is-a-component`. Types and function bodies are not looked at: what is read here
 * may still be refused by an engine.
 */
export function readModule(bytes: Uint8Array): ModuleProfile {
  checkHeader(bytes);
  const profile: ModuleProfile = {
    sizeBytes: bytes.length,
    memories: [],
    tables: [],
    imports: [],
    exports: [],
    hasStartFunction: false,
    customSections: [],
    producers: [],
    languages: [],
    targetFeatures: [],
  };
  const spaces: IndexSpaces = { function: 0, table: 0, memory: 0, global: 0, tag: 0 };
  const bodies = { declared: 0, there: 0 };
  const reader = new ByteReader(bytes, HEADER_BYTES);
  order.eachSection(reader, (id, section) => {
    if (id === order.CUSTOM) readCustomSection(section, profile);
    else if (!isKept(id, section, profile, spaces)) countOnly(id, section, spaces, bodies);
  });
  if (bodies.declared !== bodies.there) {
    throw reader.malformed(`it has ${bodies.there} bodies for ${bodies.declared} functions`);
  }
  return profile;
}

/** False for a section of which only the number of entries counts here. */
function isKept(
  id: number,
  section: ByteReader,
  profile: ModuleProfile,
  spaces: IndexSpaces,
): boolean {
  if (id === order.IMPORT) Object.assign(profile, readImports(section, spaces));
  else if (id === order.TABLE) {
    profile.tables = profile.tables.concat(readTables(section));
    spaces.table = profile.tables.length;
  } else if (id === order.MEMORY) {
    profile.memories = profile.memories.concat(readMemories(section));
    spaces.memory = profile.memories.length;
  } else if (id === order.EXPORT) profile.exports = readExports(section, spaces);
  else if (id === order.START) {
    readIndex(section, 'function', spaces);
    profile.hasStartFunction = true;
  } else return false;
  section.mustEnd();
  return true;
}

function countOnly(
  id: number,
  section: ByteReader,
  spaces: IndexSpaces,
  bodies: { declared: number; there: number },
): void {
  if (id === order.FUNCTION) {
    bodies.declared = section.count();
    spaces.function += bodies.declared;
  } else if (id === order.CODE) bodies.there = section.count();
  else if (id === order.GLOBAL) spaces.global += section.count();
  else if (id === order.TAG) spaces.tag += section.count();
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
  const imports = interfacesOf(bytes);
  if (imports.length === 0) return '';
  const shown = imports.slice(0, SHOWN_IMPORTS).map((name) => name.slice(0, 80));
  const more = imports.length > SHOWN_IMPORTS ? ` and ${imports.length - SHOWN_IMPORTS} more` : '';
  return `: it imports ${shown.join(', ')}${more}`;
}

function interfacesOf(bytes: Uint8Array): string[] {
  try {
    return readComponent(bytes).imports.map(({ name }) => name);
  } catch {
    return [];
  }
}
