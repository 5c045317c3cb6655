import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CANARY_WORD } from '../../isolation/probes/index.js';

/** Files that stand for the host's, and folders that are granted. */
export interface CanaryFiles {
  /** Holds all of them. */
  folder: string;
  /** To be granted: holds `link-absolute`, `link-relative`, `link-folder` and `mount-point`. */
  granted: string;
  /** Holds `secret.txt`; granted in no default. */
  outside: string;
  /** To be granted read-only. */
  readOnly: string;
  undefinedImportPath: string;
  remove(): void;
}

/** (module (import "wasi_snapshot_preview1" "proc_fork" (func)) (memory (export "memory") 1) (func (export "_start") (call 0))) */
const UNDEFINED_IMPORT_HEX =
  '0061736d01000000' +
  '010401600000' +
  '022401' +
  '16776173695f736e617073686f745f7072657669657731' +
  '0970726f635f666f726b' +
  '0000' +
  '03020100' +
  '0503010001' +
  '071302065f73746172740001066d656d6f72790200' +
  '0a0601040010000b';

/** Made below the system's temporary folder. The caller removes them. */
export function makeCanaryFiles(): CanaryFiles {
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-probe-'));
  const inside = (name: string): string => join(folder, name);
  const [granted, outside, readOnly] = ['granted', 'outside', 'read-only'].map(inside) as [
    string,
    string,
    string,
  ];
  for (const one of [granted, outside, readOnly, join(granted, 'mount-point')]) openFolder(one);
  const secret = join(outside, 'secret.txt');
  writeFileSync(secret, `${CANARY_WORD} a file of the host\n`);
  symlinkSync(secret, join(granted, 'link-absolute'));
  symlinkSync('../outside/secret.txt', join(granted, 'link-relative'));
  symlinkSync('../outside', join(granted, 'link-folder'));
  const undefinedImportPath = inside('undefined-import.wasm');
  writeFileSync(undefinedImportPath, Buffer.from(UNDEFINED_IMPORT_HEX, 'hex'));
  return {
    folder,
    granted,
    outside,
    readOnly,
    undefinedImportPath,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A guest's root is not always the lab's user: what is refused shall not be refused by the modes of files. */
function openFolder(path: string): void {
  mkdirSync(path);
  chmodSync(path, 0o777);
}
