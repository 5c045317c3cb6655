// Builds the launcher of guests for every Linux target, and the manifest that says with what:
//   npm run launcher [-- --out DIR [--targets linux-amd64]]
// Same source and same compilers give the same bytes. Installs nothing; ends with 69 and says in one line what to
// install when a compiler is missing.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, Refusal, runBuild, TARGETS, toolchain } from './lib/c-toolchain.mjs';

const SOURCES = resolve(import.meta.dirname, '../resources/launcher');
const SOURCE = 'launcher.c';
const ALL = Object.keys(TARGETS).filter((target) => target.startsWith('linux-'));

runBuild(() => {
  const { values } = parseArgs({
    options: {
      targets: { type: 'string', default: ALL.join(',') },
      out: { type: 'string', default: SOURCES },
    },
  });
  const targets = values.targets.split(',');
  const outDir = resolve(values.out);
  if (outDir === SOURCES && targets.length < ALL.length) {
    throw new Refusal('some targets only: name another folder with --out');
  }
  const builtWith = Object.fromEntries(
    targets.map((target) => [target, toolchain(target, SOURCE, 'bin/launcher')]),
  );
  mkdirSync(join(outDir, 'bin'), { recursive: true });
  const artefacts = Object.fromEntries(targets.map((target) => [target, build(target, outDir)]));
  writeFileSync(
    join(outDir, 'manifest.json'),
    JSON.stringify({ artefacts, builtWith }, null, 2) + '\n',
  );
});

function build(target, outDir) {
  const file = `bin/launcher.${target}`;
  compile(TARGETS[target], SOURCES, SOURCE, join(outDir, file));
  const content = readFileSync(join(outDir, file));
  const sha256 = createHash('sha256').update(content).digest('hex');
  console.log(`${file} ${content.length} bytes`);
  return { file, sha256, bytes: content.length };
}
