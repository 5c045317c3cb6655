import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './paralelo.js';

/** Builds one of the tests' own programs for Node, inside the checkout so that it finds node_modules. Returns its path. */
export async function bundle(entry: string, name: string): Promise<string> {
  const outDir = join(ROOT, 'test-results/programs');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(outDir, `${name}.mjs`);
}
