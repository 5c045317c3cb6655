import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The files that the cases work with: made anew for each run, so that none sees what another left. */
export interface Materials {
  /** To be granted; holds `kept.txt`. */
  directory: string;
  /** A host file that is granted to nobody. */
  secretPath: string;
  stdinPath: string;
  missingImportPath: string;
  notAModulePath: string;
  /** A WASI 0.2 command that prints hello. */
  componentPath: string;
  /** A text without the paths of this machine, for what is published. */
  withoutPaths(text: string): string;
  remove(): void;
}

export const KEPT_TEXT = 'kept by the host\n';
export const STDIN_TEXT = 'first line\nsecond line with ü and no end';

/** (module (import "env" "fork" (func)) (memory (export "memory") 1) (func (export "_start") (call 0))) */
const MISSING_IMPORT_HEX =
  '0061736d01000000' +
  '010401600000' +
  '020c0103656e7604666f726b0000' +
  '03020100' +
  '0503010001' +
  '071302065f73746172740001066d656d6f72790200' +
  '0a0601040010000b';

/** Makes them below the system's temporary folder. The caller removes them. */
export function makeMaterials(componentPath: string): Materials {
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-conformance-'));
  const at = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const directory = join(folder, 'granted');
  mkdirSync(directory);
  at('granted/kept.txt', KEPT_TEXT);
  // A guest's root is not always the lab's user, and has not always the right to pass over modes.
  chmodSync(directory, 0o777);
  chmodSync(join(directory, 'kept.txt'), 0o666);
  return {
    directory,
    secretPath: at('secret.txt', 'nobody may read this\n'),
    stdinPath: at('stdin.txt', STDIN_TEXT),
    missingImportPath: at('missing-import.wasm', Buffer.from(MISSING_IMPORT_HEX, 'hex')),
    notAModulePath: at('not-a-module.wasm', 'these are notes, not a module\n'),
    componentPath,
    withoutPaths: (text) =>
      text.replaceAll(`${folder}/`, '').replaceAll(componentPath, 'hello.component.wasm'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
