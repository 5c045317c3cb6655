import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { needTool } from './need-tool.mjs';
import { runTool } from './run-tool.mjs';

/**
 * A C program whose sources a crate carries.
 * @typedef {{ by: 'crate-source', crate: string, version: string, cmakeFolder: string, target: string }} CrateSource
 */

/**
 * @param {CrateSource} way
 * @param {import('./install.mjs').Shop} shop
 * @param {import('./run-tool.mjs').Work} work
 */
export async function installFromCrateSource(way, shop, work) {
  const [cargo, cmake] = [needTool('cargo', work.env), needTool('cmake', work.env)];
  needTool('cc', work.env);
  const sources = await fetchCrate(cargo, way, shop.scrap, work);
  const build = join(shop.scrap, 'build');
  const hint = 'see whether cmake, make and a C compiler are there.';
  const type = '-DCMAKE_BUILD_TYPE=Release';
  await runTool([cmake, '-S', join(sources, way.cmakeFolder), '-B', build, type], work, { hint });
  await runTool([cmake, '--build', build, '--parallel', '2', '--target', way.target], work, {
    hint,
  });
  await copyFile(join(build, way.target), join(shop.made, 'bin', shop.program));
}

/**
 * cargo fetches the crates of a project: so there is one, with nothing in it.
 * @param {string} cargo
 * @param {CrateSource} way
 * @param {string} folder
 * @param {import('./run-tool.mjs').Work} work
 * @returns {Promise<string>} the folder with the sources of the crate
 */
async function fetchCrate(cargo, { crate, version }, folder, work) {
  await mkdir(join(folder, 'src'));
  await writeFile(join(folder, 'src/lib.rs'), '');
  await writeFile(
    join(folder, 'Cargo.toml'),
    `[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\n${crate} = "=${version}"\n[workspace]\n`,
  );
  await runTool([cargo, 'vendor', 'vendor'], work, {
    cwd: folder,
    hint: 'see whether the registry of cargo can be reached, then try again.',
  });
  const plain = join(folder, 'vendor', crate);
  return existsSync(plain) ? plain : join(folder, 'vendor', `${crate}-${version}`);
}
