import { existsSync } from 'node:fs';
import { writeLicences } from './packaging/licences.mjs';
import { at, ROOT } from './paths.mjs';
import { capture } from './processes.mjs';
import { say, seconds, Stop } from './say.mjs';
import { fingerprint, Stamp } from './stamp.mjs';
import { tool } from './tools.mjs';

const SOURCES = [
  'src-main',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'svelte.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const OUTPUTS = [
  'out/main/main.cjs',
  'out/main/cli.cjs',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/licences.json',
];
const stamp = new Stamp(at('out/.built-from'));

export function isBuilt() {
  return OUTPUTS.every((path) => existsSync(at(path))) && stamp.matches(sourcesNow());
}

/** Builds, whatever was there. Resolves with what the build said; throws when it failed. */
export async function build() {
  const builtFrom = sourcesNow();
  stamp.remove();
  const { code, output } = await capture([...tool('electron-vite'), 'build']);
  if (code !== 0) {
    throw new Stop(
      `${output}\nThe build failed (exit code ${code}); what it said stands above.`,
      'Mend the source that it names. In a fresh clone: git status should say that nothing changed.',
    );
  }
  writeLicences();
  stamp.write(builtFrom);
  return output;
}

/** Builds when a source changed since the last build. */
export async function ensureBuild() {
  if (isBuilt()) return;
  say('Building: the sources changed since the last build, or there was none.');
  const startedAt = performance.now();
  await build();
  say(`Built in ${seconds(performance.now() - startedAt)}.`);
}

function sourcesNow() {
  return fingerprint(ROOT, SOURCES);
}
