import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Engine } from '../../../src-main/runtimes/command/engine.js';
import { findProgram } from '../../../src-main/runtimes/command/find-program.js';
import { createCommandSource } from '../../../src-main/runtimes/command/source.js';
import type { Runtime } from '../../../src-main/runtimes/runtime.js';
import { LAUNCHERS, ROOT } from '../paralelo.js';
import { uncovered } from '../uncovered.js';

const HELLO = join(ROOT, 'resources/workloads/bin/hello.wasm');
const CACHE = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');

/** Where an engine of this machine is, or undefined (and listed as not covered). */
export function engineProgram({ id, executables, folders = [], hint }: Engine): string | undefined {
  const found = findProgram({
    names: executables,
    before: [join(CACHE, 'paralelo/runtimes', id, 'bin')],
    behind: folders,
  });
  if (found === undefined) uncovered(`runtime ${id}`, `it is not installed: ${hint}`);
  else if (lacksWasi(found.path)) {
    uncovered(`runtime ${id}`, `${found.path} is built without WASI: ${hint}`);
    return undefined;
  }
  return found?.path;
}

/** Debian's package of WABT, which tests of modules need, brings a wasm-interp that runs no program of WASI. */
function lacksWasi(path: string): boolean {
  if (basename(path) !== 'wasm-interp') return false;
  const { stdout, stderr } = spawnSync(path, ['--wasi', HELLO], { encoding: 'utf8' });
  return /not compiled in/i.test(stdout + stderr);
}

export interface FoundEngine {
  cacheDir: string;
  runtimes: Map<string, Runtime>;
}

/** The runtimes of an engine, with a cache folder of their own. */
export async function engineRuntimes(engine: Engine): Promise<FoundEngine | undefined> {
  const path = engineProgram(engine);
  if (path === undefined) return undefined;
  const cacheDir = mkdtempSync(join(tmpdir(), 'paralelo-cache-'));
  const source = createCommandSource(engine, {
    cacheDir,
    pathOf: () => path,
    launchers: LAUNCHERS,
  });
  const { runtimes } = await source.discover();
  return { cacheDir, runtimes: new Map(runtimes.map((runtime) => [runtime.info.id, runtime])) };
}

/** One of them; throws when the engine has no such mode. */
export function mode(found: FoundEngine, id: string): Runtime {
  const runtime = found.runtimes.get(id);
  if (runtime === undefined)
    throw new Error(`there is no ${id}: ${[...found.runtimes.keys()].join()}`);
  return runtime;
}
