import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { LEFT_OUT, WITHOUT_CONTAINERS } from './scripts/lib/needs-engine.mjs';

/**
 * Of one project one file at a time: they share engines, and two cores. What fails there is tried once more, and named
 * at the end of `npm test` when it passes then.
 */
const integration = {
  ...{ testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false, retry: 1 },
  // What tests run is none of what the user recorded.
  env: { PARALELO_DATA_DIR: resolve(import.meta.dirname, 'test-results/data') },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/renderer/**'],
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['test/unit/renderer/**/*.test.ts'],
        },
      },
      {
        test: {
          ...integration,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          exclude: [...LEFT_OUT, ...WITHOUT_CONTAINERS],
        },
      },
      { test: { ...integration, name: 'integration-wasm', include: WITHOUT_CONTAINERS } },
    ],
  },
});
