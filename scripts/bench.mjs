// Measures what the lab itself costs and writes raw results to test/bench/results:
//   npm run bench [-- NAME…]; the names are in BENCHES and GROUPS below
// A goal that is missed is a result; only a benchmark that could not run makes this fail.
import './lib/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { at, ROOT } from './lib/paths.mjs';
import { runCommand, say, Stop } from './lib/say.mjs';

const BENCHES = [
  'sampling',
  'container-start',
  'v8-start',
  'detection',
  'monitor',
  'instances-view',
  'window',
  'soak',
  'store',
  'store-kills',
];
/** Several that belong together, under one name; what they find is written into docs/ at the end. */
const GROUPS = {
  reliability: ['store-kills', 'store-power', 'store', 'store-day', 'reliability-document'],
  accuracy: [
    'accuracy-starts',
    'accuracy-resources',
    'accuracy-truth',
    'accuracy-same',
    'experiments',
    'accuracy-document',
  ],
};
const OUT = at('out/bench');

await runCommand(async () => {
  const asked = process.argv.length > 2 ? process.argv.slice(2) : BENCHES;
  const chosen = asked.flatMap((name) => GROUPS[name] ?? [name]);
  const known = [...BENCHES, ...Object.values(GROUPS).flat()];
  const unknown = chosen.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const choice = [...known, ...Object.keys(GROUPS)].join(', ');
    throw new Stop(`There is no benchmark "${unknown}".`, `Choose of: ${choice}.`);
  }
  await ensureDependencies();
  // The guest host that is measured is the one that is shipped.
  await ensureBuild();
  await buildBenches();
  const failed = chosen.filter((name) => run(`${OUT}/${name}.mjs`) !== 0);
  if (failed.length > 0) say(`Could not be measured: ${failed.join(', ')}.`);
  return failed.length > 0 ? 1 : 0;
});

/** As the main process is built, so that what is measured is what is used. */
async function buildBenches() {
  const { build } = await import('vite');
  const entries = readdirSync(at('test/bench')).filter((name) => name.endsWith('.ts'));
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
          entries.map((name) => [basename(name, '.ts'), at(`test/bench/${name}`)]),
        ),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

/** @param {string} program */
function run(program) {
  return spawnSync(process.execPath, [program], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  }).status;
}
