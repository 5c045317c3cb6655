import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram } from '../programs.mjs';
import { Stop } from '../say.mjs';
import { installWithCargo } from './cargo.mjs';
import { installFromDebian } from './debian.mjs';
import { installWithGo } from './go.mjs';
import { installWithNpm } from './npm.mjs';
import { fileName, folderOf } from './places.mjs';
import { makeWhole } from './shop.mjs';

/**
 * Where an install works.
 * @typedef {object} Shop
 * @property {string} made what will be the runtime's folder: the program belongs in its `bin`
 * @property {string} scrap for everything else
 * @property {string} target where `made` will be
 * @property {string} program
 */

/**
 * Gets a runtime into its folder of the user's cache, whole or not at all.
 * @param {import('./table.mjs').Runtime} runtime
 * @param {import('./run-tool.mjs').Work} work
 * @returns {Promise<string>} the program's path
 */
export async function installRuntime(runtime, work) {
  const { name, program, way } = runtime;
  if (way === undefined) throw refusal(runtime);
  const target = folderOf(name, work.env);
  await makeWhole(target, work.env, async ({ made, scrap }) => {
    await obtain(way, { made, scrap, target, program }, work);
    const file = join(made, 'bin', fileName(program));
    if (!isProgram(file) || statSync(file).size === 0) {
      throw new Stop(`The install of ${name} left no ${program}.`, 'report this, with the output.');
    }
  });
  return join(target, 'bin', fileName(program));
}

/**
 * @param {import('./table.mjs').Way} way
 * @param {Shop} shop
 * @param {import('./run-tool.mjs').Work} work
 */
function obtain(way, shop, work) {
  switch (way.by) {
    case 'cargo':
      return installWithCargo(way, shop, work);
    case 'go':
      return installWithGo(way, shop, work);
    case 'npm':
      return installWithNpm(way, shop, work);
    case 'debian':
      return installFromDebian(way, shop, work);
  }
}

/** @param {import('./table.mjs').Runtime} runtime that cannot be got from here */
export function refusal({ name, instead = '' }) {
  return new Stop(`${name} cannot be installed from a package registry.`, `${instead}.`);
}
