import { readFileSync } from 'node:fs';
import { at } from '../paths.mjs';
import { Stop } from '../say.mjs';

/**
 * @typedef {object} PackageInfo
 * @property {string} version
 * @property {boolean} testOnly
 * @property {string} summary one line
 * @property {string} description
 * @property {'x64' | 'arm64'} arch
 */

export const MAINTAINER = 'Paralelo <paralelo@paralelo.invalid>';
const TEST_ONLY = 'FOR TESTS ONLY, with an old Electron: do not give it to anybody';

/**
 * @param {import('./app-folder.mjs').Runtime} runtime
 * @returns {PackageInfo}
 */
export function packageInfo({ testOnly, version: electron }) {
  const { version, description } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const why = `${TEST_ONLY}. It carries Electron ${electron}, which gets no security updates.`;
  return {
    version,
    testOnly,
    arch: archHere(),
    summary: testOnly ? `Paralelo ${TEST_ONLY}` : 'Container and WebAssembly lab, side by side',
    description: testOnly ? `${why}\n${description}` : description,
  };
}

/** @returns {'x64' | 'arm64'} those that Electron and the twins are built for */
export function archHere() {
  if (process.arch === 'x64' || process.arch === 'arm64') return process.arch;
  throw new Stop(`There are no packages for ${process.arch}.`, 'Package on x64 or arm64.');
}

/** `amd64` of Debian, `x86_64` of rpm, `x64` of Node. */
export const ARCHITECTURES = {
  debian: { x64: 'amd64', arm64: 'arm64' },
  rpm: { x64: 'x86_64', arm64: 'aarch64' },
};
