import type { ModuleWalls } from '../../contract/index.js';
import { isComponent, readComponent } from './component.js';
import type { ComponentProfile } from './component.js';
import { groupImports } from './import-groups.js';
import { nestedModules } from './nested.js';
import type { NestedModule } from './nested.js';
import type { CustomSection, MemoryProfile, ModuleProfile, TableProfile } from './profile.js';
import { readModule } from './read-module.js';

/** The first so many of each list are told. */
const MOST_LISTED = 1000;
const MOST_NAME_CHARACTERS = 4096;

export interface ModuleOrigin {
  path?: string;
  sha256?: string;
}

/**
 * What a core module or a component says about itself. Throws LabError `not-a-module` with what it looks like or
 * where it is malformed. Types and function bodies are not looked at: that it is told is not that it is valid.
 */
export function moduleWalls(bytes: Uint8Array, origin: ModuleOrigin = {}): ModuleWalls {
  return isComponent(bytes)
    ? ofComponent(readComponent(bytes), bytes, origin)
    : ofModule(readModule(bytes), origin);
}

/** The same of a module that has been read already. */
export function ofModule(profile: ModuleProfile, origin: ModuleOrigin = {}): ModuleWalls {
  return {
    kind: 'module',
    ...origin,
    sizeBytes: profile.sizeBytes,
    ...(profile.name === undefined ? {} : { name: short(profile.name) }),
    memories: listed(profile.memories, memoryWall),
    tables: listed(profile.tables, tableWall),
    hasStartFunction: profile.hasStartFunction,
    importGroups: groupImports(profile.imports),
    importCount: profile.imports.length,
    exports: listed(profile.exports, externWall),
    exportCount: profile.exports.length,
    ...said(profile),
  };
}

/** Its memories and tables are those of the core modules in it, at any depth. */
function ofComponent(
  profile: ComponentProfile,
  bytes: Uint8Array,
  origin: ModuleOrigin,
): ModuleWalls {
  const modules = nestedModules(profile, bytes);
  const imports = profile.imports.map(({ name, kind }) => ({ module: name, kind }));
  const own = <T extends { isImported: boolean }>(things: T[]): T[] =>
    things.filter(({ isImported }) => !isImported);
  return {
    kind: 'component',
    ...origin,
    sizeBytes: profile.sizeBytes,
    memories: listed(own(modules.flatMap(({ memories }) => memories)), memoryWall),
    tables: listed(own(modules.flatMap(({ tables }) => tables)), tableWall),
    hasStartFunction: profile.hasStartFunction || modules.some((one) => one.hasStartFunction),
    importGroups: groupImports(imports),
    importCount: imports.length,
    exports: listed(profile.exports, externWall),
    exportCount: profile.exports.length,
    ...said({
      customSections: profile.customSections,
      producers: distinct(profile, modules, 'producers'),
      languages: distinct(profile, modules, 'languages'),
      targetFeatures: distinct(profile, modules, 'targetFeatures'),
    }),
  };
}

type Words = 'producers' | 'languages' | 'targetFeatures';

function distinct(
  component: ComponentProfile,
  modules: readonly NestedModule[],
  words: Words,
): string[] {
  return [...new Set([component, ...modules].flatMap((one) => one[words]))];
}

function said({
  customSections,
  producers,
  languages,
  targetFeatures,
}: Pick<ModuleProfile, 'customSections' | Words>): Pick<ModuleWalls, 'customSections' | Words> {
  return {
    customSections: listed(customSections, ({ name, sizeBytes }: CustomSection) => ({
      name: short(name),
      sizeBytes,
    })),
    producers: listed(producers, short),
    languages: listed(languages, short),
    targetFeatures: listed(targetFeatures, short),
  };
}

function memoryWall(memory: MemoryProfile): ModuleWalls['memories'][number] {
  const { minPages, maxPages, pageBytes, is64Bit, isShared, isImported } = memory;
  return {
    initialBytes: minPages * pageBytes,
    ...(maxPages === undefined ? {} : { maximumBytes: maxPages * pageBytes }),
    is64Bit,
    isShared,
    isImported,
  };
}

function tableWall(table: TableProfile): ModuleWalls['tables'][number] {
  return { ...table };
}

function externWall({ name, kind }: { name: string; kind: string }): {
  name: string;
  kind: string;
} {
  return { name: short(name), kind };
}

function listed<T, U>(things: readonly T[], told: (thing: T) => U): U[] {
  return things.slice(0, MOST_LISTED).map((thing) => told(thing));
}

function short(text: string): string {
  return text.slice(0, MOST_NAME_CHARACTERS);
}
