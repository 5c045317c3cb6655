/**
 * Writes the manual page of `paralelo` and its completions from the commands themselves: npm run cli-documents
 * They are committed, so that a package and a reader have them; a unit test says when they are out of date.
 */
import './lib/node-version.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { cliDocuments } from './lib/cli-documents/index.mjs';
import { at, ROOT } from './lib/paths.mjs';
import { runCommand, say } from './lib/say.mjs';

const OUT = at('out/cli-documents');

await runCommand(async () => {
  const { twins } = JSON.parse(readFileSync(at('resources/workloads/manifest.json'), 'utf8'));
  const { createProgram } = await builtProgram();
  const known = { twins: twins.filter(({ hidden }) => !hidden).map(({ name }) => name) };
  for (const [path, text] of Object.entries(cliDocuments(createProgram(), known))) {
    writeFileSync(at(path), text);
    say(path);
  }
  return 0;
});

/** @returns {Promise<typeof import('../src-main/console/program.js')>} as the build makes it, but alone */
async function builtProgram() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: OUT,
      rollupOptions: {
        input: { program: at('src-main/console/program.ts') },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
  });
  return import(pathToFileURL(`${OUT}/program.cjs`).href);
}
