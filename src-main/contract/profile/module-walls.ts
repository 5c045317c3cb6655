import type { LimitWall, ProcessWalls } from './walls.js';

/** One import of a module or a component. */
export interface ImportUse {
  /** `wasi_snapshot_preview1`, or the interface of a component: `wasi:cli/stdout@0.2.3`. */
  module: string;
  /** Absent for a whole interface. */
  name?: string;
  kind: string;
  /** Whether the runtime gives it anything to work on; absent where it is not told. */
  granted?: boolean;
  /** How often it was called in this run; absent where calls are not traced. */
  calls?: number;
}

/** Imports that open the same door. */
export interface ImportGroup {
  id:
    | 'files'
    | 'standard-streams'
    | 'clocks'
    | 'random'
    | 'process'
    | 'sockets'
    | 'arguments-environment'
    | 'scheduling'
    | 'http'
    | 'host-functions'
    | 'other';
  title: string;
  /** At most the first 1000: `ModuleWalls.importCount` is that of all. */
  imports: ImportUse[];
}

/** What a module or a component says about itself, without being run. */
export interface ModuleWalls {
  kind: 'module' | 'component';
  path?: string;
  sha256?: string;
  sizeBytes: number;
  /** The `name` section's own name of the module. */
  name?: string;
  memories: {
    initialBytes: number;
    /** Declared by the module; absent: as far as its addresses go. */
    maximumBytes?: number;
    is64Bit: boolean;
    isShared: boolean;
    isImported: boolean;
  }[];
  tables: { elementType: string; minimum: number; maximum?: number; isImported: boolean }[];
  /** A function that runs by itself at instantiation. */
  hasStartFunction: boolean;
  importGroups: ImportGroup[];
  /** At most the first 1000. */
  exports: { name: string; kind: string }[];
  exportCount: number;
  importCount: number;
  customSections: { name: string; sizeBytes: number }[];
  /** From `producers`: `clang 19.1.5`. */
  producers: string[];
  /** From `producers`: `Rust`, `C11`. */
  languages: string[];
  targetFeatures: string[];
}

/** What a runtime was told to give the guest. */
export interface GuestGrants {
  directories: { hostPath: string; guestPath: string; rights: 'read-only' | 'read-write' }[];
  environmentNames: string[];
  /** True where the guest sees all of the process's environment. */
  inheritsEnvironment?: boolean;
  args: string[];
  network: 'none' | 'granted' | 'unknown';
}

/** A running Wasm guest: its module, its grants, its limits, and the process that is all that stands behind it. */
export interface GuestProfile {
  runtime?: string;
  module?: ModuleWalls;
  grants?: GuestGrants;
  /** Memory (the lower of the module's maximum and the cap), time, fuel. */
  limits: LimitWall[];
  hostProcess?: ProcessWalls;
}
