import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../paths.mjs';
import { npm } from '../tools.mjs';
import { bundledPackages } from './licences.mjs';
import { must } from './must.mjs';

/**
 * @typedef {object} Component
 * @property {string} bom-ref
 * @property {string} [scope]
 * @property {{ name: string, value: string }[]} [properties]
 *
 * @typedef {object} Bom as far as it is read here
 * @property {{ component: Component }} metadata
 * @property {Component[]} components
 * @property {{ ref: string, dependsOn?: string[] }[]} dependencies
 */

/** In no bundle, but the app runs in it. */
const RUNS_IN = 'electron';

/**
 * A CycloneDX bill of materials of what is in the packages: npm's own, without the tools that only build and test.
 * @param {string} output
 * @returns {Promise<string>} its path
 */
export async function writeSbom(output) {
  const text = await must([...npm(), 'sbom', '--sbom-format=cyclonedx', '--package-lock-only']);
  const bom = shippedIn(JSON.parse(text.slice(text.indexOf('{'))), shippedReferences());
  mkdirSync(output, { recursive: true });
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const path = join(output, `paralelo-${version}.cdx.json`);
  writeFileSync(path, `${JSON.stringify(bom, undefined, 2)}\n`);
  return path;
}

/**
 * @param {Bom} bom
 * @param {Set<string>} shipped
 * @returns {Bom}
 */
export function shippedIn(bom, shipped) {
  const components = bom.components
    .filter((component) => shipped.has(component['bom-ref']))
    .map(asShipped);
  // npm takes the name of the folder.
  const component = { ...bom.metadata.component, name: 'paralelo', type: 'application' };
  const refs = new Set([component, ...components].map((each) => each['bom-ref']));
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn: dependsOn.filter((each) => refs.has(each)),
    }));
  return { ...bom, metadata: { ...bom.metadata, component }, components, dependencies };
}

/**
 * For npm everything here only develops: what is bundled is not installed. Whoever gets the package has it.
 * @param {Component} component
 * @returns {Component}
 */
function asShipped(component) {
  return {
    ...component,
    scope: 'required',
    properties: component.properties?.filter(({ name }) => name !== 'cdx:npm:package:development'),
  };
}

/** `name@version` of Electron and of each package that is bundled. */
function shippedReferences() {
  return new Set(
    [RUNS_IN, ...bundledPackages()].map((folder) => {
      const manifest = readFileSync(at(join('node_modules', folder, 'package.json')), 'utf8');
      const { name, version } = JSON.parse(manifest);
      return `${name}@${version}`;
    }),
  );
}
