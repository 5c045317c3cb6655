import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte({ configFile: resolve(root, 'svelte.config.js') })],
  server: { fs: { allow: [root] } },
  build: { outDir: resolve(root, 'out/test-window'), target: 'chrome114', emptyOutDir: true },
});
