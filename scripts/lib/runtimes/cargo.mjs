import { join } from 'node:path';
import { say } from '../say.mjs';
import { needTool } from './need-tool.mjs';
import { failure, tryTool } from './run-tool.mjs';

/** @typedef {{ by: 'cargo', crate: string, features?: readonly string[] }} Cargo */

/**
 * @param {Cargo} way
 * @param {import('./install.mjs').Shop} shop
 * @param {import('./run-tool.mjs').Work} work
 */
export async function installWithCargo({ crate, features = [] }, shop, work) {
  const cargo = needTool('cargo', work.env);
  /** @param {readonly string[]} version */
  const command = (version) => [
    ...[cargo, 'install', crate, ...version, '--locked', '--root', shop.made],
    ...(features.length === 0 ? [] : ['--features', features.join(',')]),
  ];
  // Its own choice is the system's folder of temporary files, often in memory and too small.
  const own = { cwd: shop.scrap, env: { CARGO_TARGET_DIR: join(shop.scrap, 'target') } };
  let last = command([]);
  let ended = await tryTool(last, work, own);
  const older = ended.code === 0 ? undefined : versionForThisRustc(ended.output, crate);
  if (older !== undefined) {
    say(`The newest ${crate} needs a newer Rust than the one here: taking ${older}.`);
    last = command(['--version', older]);
    ended = await tryTool(last, work, own);
  }
  if (ended.code !== 0) throw failure(last, ended.code, ended.output, hintFor(ended.output));
}

/**
 * cargo names it when the newest one needs a newer rustc: "`wasmtime-cli 48.0.8` supports rustc 1.95.0".
 * @param {string} output
 * @param {string} crate
 * @returns {string | undefined}
 */
export function versionForThisRustc(output, crate) {
  for (const [, name, version] of output.matchAll(/`(\S+) (\d[^\s`]*)` supports rustc /g)) {
    if (name === crate) return version;
  }
  return undefined;
}

/** @param {string} output */
export function hintFor(output) {
  if (/requires rustc \d|newer rustc|is not supported by the following package/.test(output)) {
    return 'update Rust (rustup update), then try again.';
  }
  if (/linker `\w+` not found|failed to find tool "?\w+/.test(output)) {
    return 'install a C compiler, then try again.';
  }
  if (/No space left on device/.test(output)) return 'free some GB of disk, then try again.';
  return 'read the last lines of cargo above; it may be the network, or a build tool that is missing.';
}
