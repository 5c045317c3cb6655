import { existsSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop } from '../say.mjs';
import { npm } from '../tools.mjs';
import { fileName } from './places.mjs';
import { runTool } from './run-tool.mjs';

/** @typedef {{ by: 'npm', package: string, scope: string }} Npm `scope` holds one package per platform, with the program */

/**
 * The program comes whole in the package of this platform: no script of the package has to run.
 * @param {Npm} way
 * @param {import('./install.mjs').Shop} shop
 * @param {import('./run-tool.mjs').Work} work
 */
export async function installWithNpm(way, shop, work) {
  await runTool(
    [
      ...[...npm(), 'install', '--prefix', shop.scrap, '--ignore-scripts', '--no-audit'],
      ...['--no-fund', '--no-save', '--loglevel=error', `${way.package}@latest`],
    ],
    work,
    { cwd: shop.scrap, hint: 'see whether the registry of npm can be reached, then try again.' },
  );
  const file = fileName(shop.program);
  const program = await findIn(join(shop.scrap, 'node_modules', way.scope), file);
  if (program === undefined) {
    throw new Stop(
      `The package ${way.package} brought no ${file} for ${process.platform}-${process.arch}.`,
      `use the project's own installer.`,
    );
  }
  await rename(program, join(shop.made, 'bin', file));
}

/**
 * @param {string} scope
 * @param {string} file
 */
async function findIn(scope, file) {
  const names = await readdir(scope).catch(() => /** @type {string[]} */ ([]));
  return names
    .flatMap((name) => [join(scope, name, 'bin', file), join(scope, name, file)])
    .find((path) => existsSync(path));
}
