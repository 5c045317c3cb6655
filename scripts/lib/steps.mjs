import { at } from './paths.mjs';
import { tool } from './tools.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => string[]} command looked up when it runs: before that the tools may not be installed
 * @property {'vitest' | 'playwright'} [report] whose JSON report has the test counts
 * @property {string[]} [needs] steps that must have passed, and names that must not be uncovered: what is
 *   still being made under such a name is waited for
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [beside] it disturbs none of the others, and runs beside them
 */

/** @type {Step[]} in this order, but for those that run beside the others: each on what the ones before have shown */
export const STEPS = [
  reading('lint', () => [...tool('eslint'), '.', '--max-warnings', '0']),
  reading('format', () => [...tool('prettier'), '--check', '.']),
  types('types', 'tsconfig.json'),
  types('types e2e', 'test/e2e/tsconfig.json'),
  reading('svelte-check', () => [
    ...tool('svelte-check'),
    '--tsconfig',
    './src-renderer/tsconfig.json',
    '--fail-on-warnings',
  ]),
  reading('knip', () => tool('knip')),
  { name: 'build', command: () => [process.execPath, at('scripts/build.mjs')] },
  { ...vitest('unit', ['unit', 'renderer']), beside: true },
  {
    ...vitest('integration wasm', ['integration-wasm']),
    needs: ['build', 'Wasm runtimes'],
    beside: true,
  },
  { ...playwright('states'), needs: ['Chromium'], beside: true },
  { ...vitest('integration', ['integration']), needs: ['build', 'Wasm runtimes'] },
  { ...playwright('electron'), needs: ['build', 'Electron'] },
  { ...playwright('chromium'), needs: ['build', 'Chromium'] },
  { ...playwright('start'), needs: ['build'] },
];

/**
 * @param {string} name
 * @param {string} project
 * @returns {Step}
 */
function types(name, project) {
  return reading(name, () => [...tool('typescript', 'tsc'), '-p', project, '--noEmit']);
}

/**
 * @param {string} name
 * @param {() => string[]} command
 * @returns {Step}
 */
function reading(name, command) {
  return { name, command, beside: true };
}

/**
 * @param {string} name
 * @param {string[]} projects
 * @returns {Step}
 */
function vitest(name, projects) {
  return {
    name,
    report: 'vitest',
    command: () => [
      ...tool('vitest'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--reporter=${at('scripts/lib/second-try.mjs')}`,
      `--outputFile.json=${reportPath(name)}`,
    ],
  };
}

/**
 * @param {string} project
 * @returns {Step}
 */
function playwright(project) {
  const name = `e2e ${project}`;
  return {
    name,
    report: 'playwright',
    command: () => [
      ...tool('@playwright/test', 'playwright'),
      'test',
      '--project',
      project,
      '--reporter=list,json',
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath(name) },
  };
}

/** @param {string} name of a step */
export function reportPath(name) {
  return at(`test-results/reports/${name.replace(' ', '-')}.json`);
}
