import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Remembers from which packages a part of the build is made. Those whose code was found to be unused count as well:
 * too many licences are no harm.
 * @param {string} folder given, because where this file is says nothing once it is bundled into a configuration
 * @param {string} part
 * @returns {import('vite').Plugin}
 */
export function rememberPackages(folder, part) {
  return {
    name: 'paralelo:remember-packages',
    generateBundle(_options, bundle) {
      // Fonts are named by style sheets, and are modules of nobody.
      const assets = Object.values(bundle).flatMap((file) =>
        file.type === 'asset' ? file.originalFileNames.map((name) => `/${name}`) : [],
      );
      const sources = [...this.getModuleIds(), ...assets];
      const names = new Set(sources.map(packageOf).filter((name) => name !== ''));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${part}.json`), JSON.stringify([...names].sort()));
    },
  };
}

/**
 * @param {string} id of a module
 * @returns {string} the innermost package it is from, as a path below node_modules; empty for our own
 */
export function packageOf(id) {
  const path = id.replaceAll('\\', '/');
  const from = path.indexOf('/node_modules/');
  if (from < 0) return '';
  const found = /^(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/?]+/.exec(path.slice(from + 14));
  return found?.[0] ?? '';
}
