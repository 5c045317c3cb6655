import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../paths.mjs';
import { Stop } from '../say.mjs';
import { GUEST_LIBRARIES } from './guest-licences.mjs';

/**
 * @typedef {object} Licence
 * @property {string} name
 * @property {string} version
 * @property {string} licence as SPDX names it
 * @property {string} text
 */

/** Where each part of the build says which packages are in it (electron.vite.config.ts). */
const BUNDLED_FOLDER = at('out/bundled');
/** Part of the app: About shows it, and every package has it. */
const LICENCES_FILE = at('out/licences.json');
const TEXT_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/** After a build: the licences of all that is in it. */
export function writeLicences() {
  const all = [...bundledPackages().map(licenceOf), ...GUEST_LIBRARIES];
  writeFileSync(LICENCES_FILE, JSON.stringify(all));
}

/** @returns {string[]} folders below node_modules */
export function bundledPackages() {
  const parts = readdirSync(BUNDLED_FOLDER).map((name) =>
    JSON.parse(readFileSync(join(BUNDLED_FOLDER, name), 'utf8')),
  );
  // Not bundled but shipped as they are.
  const shipped = Object.keys(manifestOf(at('package.json')).dependencies ?? {});
  return [...new Set([...parts.flat(), ...shipped])].sort();
}

/**
 * @param {string} folder below node_modules
 * @returns {Licence}
 */
function licenceOf(folder) {
  const path = at(join('node_modules', folder));
  const { name, version, license, licenses } = manifestOf(join(path, 'package.json'));
  const spdx = license ?? licenses?.map(({ type }) => type).join(' OR ');
  const files = readdirSync(path).filter((file) => TEXT_FILE.test(file));
  const text = files.map((file) => readFileSync(join(path, file), 'utf8').trim()).join('\n\n');
  if (text === '' && spdx === undefined) {
    throw new Stop(
      `${name} has neither a licence nor a text of one.`,
      'Find out what it is, or do without the package.',
    );
  }
  return { name, version, licence: spdx ?? 'see text', text };
}

/**
 * @param {string} path
 * @returns {{ name: string, version: string, license?: string, licenses?: { type: string }[], dependencies?: Record<string, string> }}
 */
function manifestOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { name: path, version: '' };
}
