import { LabError, formatBytes } from '../../contract/index.js';
import type { Limits } from '../../contract/index.js';
import { WASM_PAGE_BYTES, initialMemoryBytes, wholePages } from './profile.js';
import type { ModuleImport, ModuleProfile } from './profile.js';
import { WASI_MODULE, foreignImports } from './wasi.js';

const SHOWN_IMPORTS = 12;

/** Throws `limit-too-low` when the module could not even begin within the memory limit. */
export function checkMemoryLimit(profile: ModuleProfile, limits: Limits): void {
  const limitBytes = limits.memoryBytes;
  const neededBytes = initialMemoryBytes(profile);
  if (limitBytes === undefined || wholePages(limitBytes) * WASM_PAGE_BYTES >= neededBytes) return;
  throw new LabError(
    'limit-too-low',
    `The module begins with ${formatBytes(neededBytes)} of linear memory; the limit is ${formatBytes(limitBytes)}.`,
    `Set the memory limit to at least ${neededBytes} bytes.`,
  );
}

/** Throws `missing-import` that names everything a WASI preview 1 runtime does not have. */
export function checkImports(profile: ModuleProfile): void {
  const missing = foreignImports(profile);
  if (missing.length === 0) return;
  const shown = missing.slice(0, SHOWN_IMPORTS).map(describeImport).join(', ');
  const more = missing.length > SHOWN_IMPORTS ? ` and ${missing.length - SHOWN_IMPORTS} more` : '';
  throw new LabError(
    'missing-import',
    `The module imports what WASI preview 1 does not have: ${shown}${more}.`,
    hintFor(missing),
  );
}

/** Throws `not-executable` for a module that is not a program: a library, or without memory for WASI. */
export function checkCommand(profile: ModuleProfile): void {
  const has = (name: string, kind: string): boolean =>
    profile.exports.some((entry) => entry.name === name && entry.kind === kind);
  if (has('_initialize', 'function')) {
    throw new LabError(
      'not-executable',
      'The module is a library (a WASI reactor, it exports _initialize), not a program.',
      'Link it as a command, without -mexec-model=reactor, so that it exports _start.',
    );
  }
  if (!has('_start', 'function')) {
    throw new LabError(
      'not-executable',
      'The module exports no function called _start: there is nothing to run.',
      'Build it as a WASI program with a main function.',
    );
  }
  if (!has('memory', 'memory')) {
    throw new LabError(
      'not-executable',
      'The module exports no memory called "memory"; WASI preview 1 demands it of a program.',
      'Link it with --export-memory (the default of wasm-ld for WASI).',
    );
  }
}

function describeImport(entry: ModuleImport): string {
  return `${entry.module.slice(0, 80)}.${entry.name.slice(0, 80)} (${entry.kind})`;
}

function isBrowserImport({ module, name }: ModuleImport): boolean {
  return module.startsWith('__wbindgen') || name.startsWith('emscripten_');
}

function hintFor(missing: ModuleImport[]): string {
  const modules = new Set(missing.map(({ module }) => module));
  if (modules.has('wasi_unstable')) {
    return `It was built for WASI preview 0: build it again with a current toolchain (${WASI_MODULE}).`;
  }
  if ([...modules].some((name) => name.startsWith('wasi:'))) {
    return 'It was built for WASI 0.2: build it for wasm32-wasip1.';
  }
  if (modules.has('wasix_32v1')) return 'It needs WASIX: run it in Wasmer.';
  if (modules.has('wasi') || missing.some(({ name }) => name === 'thread-spawn')) {
    return 'It needs the threads proposal of WASI, which this runtime does not have.';
  }
  if (missing.some(isBrowserImport)) {
    return 'It was built for a browser: build it for WASI preview 1.';
  }
  return 'WASI preview 1 has no call for it (for example fork and connect): build the program without it.';
}
