import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The one direction of imports: a room may import the rooms named here, and itself. */
const ROOMS = {
  contract: [],
  metrics: ['contract'],
  isolation: ['contract', 'metrics'],
  runtimes: ['contract', 'metrics', 'isolation'],
  experiments: ['contract', 'metrics', 'isolation', 'runtimes'],
  store: ['contract', 'metrics'],
  /** What was recorded, as files: pure functions. */
  export: ['contract', 'openmetrics'],
  openmetrics: ['contract'],
  lab: [
    ...['contract', 'metrics', 'isolation', 'runtimes', 'experiments', 'store', 'export'],
    'openmetrics',
  ],
  console: ['contract', 'lab', 'experiments', 'runtimes', 'metrics', 'export', 'openmetrics'],
  electron: ['contract', 'lab', 'console'],
};

const directions = Object.entries(ROOMS).map(([room, allowed]) => ({
  files: [`src-main/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: Object.keys(ROOMS)
              .filter((other) => other !== room && !allowed.includes(other))
              .map((other) => `**/${other}/*`),
            message: `${room}/ may import only: ${[...allowed, 'itself'].join(', ')} (CONTRIBUTING.md, The house).`,
          },
          ...(room === 'electron'
            ? []
            : [{ group: ['electron'], message: 'Only src-main/electron knows Electron.' }]),
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'test-results/**'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked.map((config) => ({
    ...config,
    files: ['**/*.ts', '**/*.svelte'],
  })),
  ...svelte.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, svelteConfig },
      globals: globals.browser,
    },
    // A bindable prop makes its whole `let {…} = $props()` mutable.
    rules: {
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  { files: ['src-renderer/**/*.ts'], languageOptions: { globals: globals.browser } },
  { files: ['**/*.mjs', '**/*.js', '**/*.cjs'], languageOptions: { globals: globals.node } },
  { files: ['src-renderer/public/*.js'], languageOptions: { globals: globals.browser } },
  {
    files: ['src-renderer/**/*.{ts,svelte}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'src-main/(?!contract/)',
              message: 'The renderer imports contract/ and nothing else of src-main.',
            },
          ],
        },
      ],
    },
  },
  ...directions,
);
