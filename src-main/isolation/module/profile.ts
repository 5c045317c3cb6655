/** What a core module says about itself, read from its bytes without compiling or running it. */
export interface ModuleProfile {
  sizeBytes: number;
  memories: MemoryProfile[];
  tables: TableProfile[];
  imports: ModuleImport[];
  exports: ModuleExport[];
  /** A function that runs by itself at instantiation, before `_start`. */
  hasStartFunction: boolean;
  customSections: CustomSection[];
  /** From the `producers` section, such as `clang 19.1.5`; empty when it is absent. */
  producers: string[];
  /** From there too: `Rust`, `C11`. */
  languages: string[];
  /** From the `target_features` section, such as `bulk-memory`; empty when it is absent. */
  targetFeatures: string[];
  /** Its own name, from the `name` section. */
  name?: string;
}

/** `sizeBytes` is that of the section, its name included. */
export interface CustomSection {
  name: string;
  sizeBytes: number;
}

export interface TableProfile {
  /** `funcref`, `externref`, `(ref null 3)`, … */
  elementType: string;
  minimum: number;
  maximum?: number;
  isImported: boolean;
}

export type ExternalKind = 'function' | 'table' | 'memory' | 'global' | 'tag';

export interface MemoryProfile {
  minPages: number;
  /** Absent: as far as the engine goes. */
  maxPages?: number;
  /** 65536 unless the module asks for custom page sizes. */
  pageBytes: number;
  is64Bit: boolean;
  isShared: boolean;
  isImported: boolean;
}

export interface ModuleImport {
  module: string;
  name: string;
  kind: ExternalKind;
}

export interface ModuleExport {
  name: string;
  kind: ExternalKind;
}

export const WASM_PAGE_BYTES = 65_536;
/** What an engine gives a 32-bit memory without a maximum: 4 GiB. */
export const MAX_PAGES_32 = 65_536;

/** Bytes that all memories together have at the start, before the program asks for more. */
export function initialMemoryBytes(profile: ModuleProfile): number {
  return profile.memories.reduce((sum, memory) => sum + memory.minPages * memory.pageBytes, 0);
}

/**
 * How far the first memory may grow, in bytes: the module's own maximum, the limit, or all that
 * 32 bits can address. Undefined without a memory and for a 64-bit one that nothing bounds.
 */
export function maximumMemoryBytes(
  profile: ModuleProfile,
  limitBytes: number | undefined,
): number | undefined {
  const memory = profile.memories[0];
  if (memory === undefined) return undefined;
  const pages = memory.maxPages ?? (memory.is64Bit ? undefined : MAX_PAGES_32);
  const bounds = [
    pages === undefined ? undefined : pages * memory.pageBytes,
    limitBytes === undefined ? undefined : wholePages(limitBytes) * WASM_PAGE_BYTES,
  ].filter((bound) => bound !== undefined);
  return bounds.length === 0 ? undefined : Math.min(...bounds);
}

/** Whole Wasm pages that fit in so many bytes. */
export function wholePages(bytes: number): number {
  return Math.floor(bytes / WASM_PAGE_BYTES);
}
