// Measures what the lab itself costs and writes raw results to test/bench/results:
//   npm run bench [-- sampling container-start v8-start]
// A goal that is missed is a result; only a benchmark that could not run makes this fail.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = resolve(ROOT, 'out/bench');
const BENCHES = ['sampling', 'container-start', 'v8-start'];

const chosen = process.argv.length > 2 ? process.argv.slice(2) : BENCHES;
const unknown = chosen.find((name) => !BENCHES.includes(name));
if (unknown !== undefined) {
  console.error(`there is no benchmark "${unknown}"; there are ${BENCHES.join(', ')}`);
  process.exit(2);
}

await buildApp();
await buildBenches();
const failed = chosen.filter((name) => run([resolve(OUT, `${name}.mjs`)]) !== 0);
if (failed.length > 0) console.error(`could not be measured: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** The guest host that is measured is the one that is shipped. */
async function buildApp() {
  const code = run([
    resolve(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'),
    'build',
    '--logLevel',
    'warn',
  ]);
  if (code !== 0) throw new Error('the build failed');
}

/** As the main process is built, so that what is measured is what is used. */
async function buildBenches() {
  const folder = resolve(ROOT, 'test/bench');
  const entries = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: OUT,
      rollupOptions: {
        input: Object.fromEntries(
          entries.map((name) => [basename(name, '.ts'), resolve(folder, name)]),
        ),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

/** @returns {number | null} */
function run(args) {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
    .status;
}
