// Builds every twin for every target, and the manifest that describes what was built:
//   npm run workloads [-- --out DIR [--targets wasm,linux-amd64]]
// Same sources and same compilers give the same bytes. Installs nothing; ends with 69 and says in one
// line what to install when a compiler is missing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, Refusal, runBuild, TARGETS, toolchain } from './lib/c-toolchain.mjs';

const SOURCES = resolve(import.meta.dirname, '../resources/workloads');

function main() {
  const { values } = parseArgs({
    options: {
      targets: { type: 'string', default: Object.keys(TARGETS).join(',') },
      out: { type: 'string', default: SOURCES },
    },
  });
  const targets = values.targets.split(',');
  const outDir = resolve(values.out);
  if (outDir === SOURCES && targets.length < Object.keys(TARGETS).length) {
    throw new Refusal(
      'some targets only: name another folder with --out, or the others would be lost',
    );
  }
  const builtWith = Object.fromEntries(targets.map((target) => [target, toolchain(target)]));
  mkdirSync(join(outDir, 'bin'), { recursive: true });
  const twins = twinNames().map((name) => buildTwin(name, targets, outDir));
  writeFileSync(
    join(outDir, 'manifest.json'),
    JSON.stringify({ twins, builtWith }, null, 2) + '\n',
  );
  for (const { name, artefacts } of twins) {
    for (const { file, bytes } of Object.values(artefacts))
      console.log(`${name}: ${file} ${bytes} bytes`);
  }
}

/** A twin is a folder with a `twin.json` (what people read) and one C file of the same name. */
function twinNames() {
  return readdirSync(SOURCES)
    .filter((name) => existsSync(join(SOURCES, name, 'twin.json')))
    .sort();
}

function buildTwin(name, targets, outDir) {
  const described = JSON.parse(readFileSync(join(SOURCES, name, 'twin.json'), 'utf8'));
  const artefacts = {};
  for (const target of targets) {
    const file = `bin/${name}.${target}`;
    compile(TARGETS[target], SOURCES, `${name}/${name}.c`, join(outDir, file));
    const content = readFileSync(join(outDir, file));
    const sha256 = createHash('sha256').update(content).digest('hex');
    artefacts[target] = { file, sha256, bytes: content.length };
  }
  return { name, ...described, artefacts };
}

runBuild(main);
