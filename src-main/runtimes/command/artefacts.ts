import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { LabError } from '../../contract/index.js';
import { wholePages } from '../../isolation/module/index.js';
import { capMemory } from '../module/cap-memory.js';
import type { ComponentFile, ModuleFile } from '../module/module-file.js';
import type { Order } from './engine.js';
import { engineEnvironment } from './environment.js';
import { findProgram } from './find-program.js';
import type { CommandParts } from './runtime.js';

type WasmFile = ModuleFile | ComponentFile;

const run = promisify(execFile);
const PATIENCE_MS = 10 * 60_000;

/** Where compiled modules of every engine are kept, below the user's cache folder. */
function artefactsFolder(cacheDir: string): string {
  return join(cacheDir, 'artefacts');
}

/** Removes all that was made for one engine, of any build. Returns how many bytes that were. Never throws. */
export async function removeArtefacts(cacheDir: string, engineId: string): Promise<number> {
  const folder = artefactsFolder(cacheDir);
  const names = await readdir(folder).catch(() => []);
  let bytes = 0;
  for (const name of names.filter((one) => one.startsWith(`${engineId}-`))) {
    bytes += await sizeOf(join(folder, name));
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
  return bytes;
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(folder, name)).then(
      (stats) => (stats.isFile() ? stats.size : 0),
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/**
 * What is made of a module before a run, outside of its start: a copy with a lower memory maximum, an
 * ahead-of-time artefact, a filled compile cache. Kept by module hash, build of the engine and flags.
 */
export class Artefacts {
  readonly #folder: string;

  constructor(private readonly parts: CommandParts) {
    const { engine, variant, program, version, cacheDir } = parts;
    const build = digest(`${version} ${program.identity}`);
    const mode = variant.mode ?? 'plain';
    this.#folder = join(artefactsFolder(cacheDir), `${engine.id}-${mode}-${build}`);
  }

  /** For an engine that keeps compiled code by itself. */
  get cacheDirectory(): string {
    return join(this.#folder, 'cache');
  }

  /** The order of a run with its module replaced by what was made of it. Throws LabError `host-failed`. */
  async ready(asked: Order, file: WasmFile, capBytes: number | undefined): Promise<Order> {
    const { variant } = this.parts;
    const capped = capBytes === undefined ? file.path : await this.#cap(file, capBytes);
    let order = { ...asked, modulePath: capped };
    if (variant.fillCache !== undefined) await this.#fill(variant.fillCache(order), order, file);
    if (variant.compile !== undefined) order = await this.#compile(order, file, capBytes);
    return order;
  }

  async #cap(file: WasmFile, capBytes: number): Promise<string> {
    const pages = wholePages(capBytes);
    const path = join(this.#folder, `${file.identity.sha256 ?? ''}-${pages}`, basename(file.path));
    if (!existsSync(path)) {
      await writeWhole(path, capMemory(await readFile(file.path), pages));
    }
    return path;
  }

  async #compile(order: Order, file: WasmFile, capBytes: number | undefined): Promise<Order> {
    const { compile } = this.parts.variant;
    if (compile === undefined) return order;
    // The whole command line, so that a lab that compiles differently does not take what an older one made.
    const how = compile.args({ ...order, modulePath: 'module' }, 'artefact').join(' ');
    const key = digest(`${file.identity.sha256 ?? ''} ${capBytes ?? ''} ${how}`);
    const name = basename(file.path, '.wasm');
    const artefact = join(this.#folder, key, `${name}${compile.extension}`);
    if (existsSync(artefact)) return { ...order, modulePath: artefact };
    await makeFolder(dirname(artefact));
    const unfinished = `${artefact}.${randomBytes(4).toString('hex')}${compile.extension}`;
    try {
      await this.#execute(compile.args(order, unfinished), file, compile.executable);
      await rename(unfinished, artefact);
    } catch (thrown) {
      await rm(unfinished, { force: true });
      throw thrown instanceof LabError ? thrown : cannotWrite(artefact, thrown);
    }
    return { ...order, modulePath: artefact };
  }

  /** The engine's own cache is told once for each module and set of flags; a marker says that it was. */
  async #fill(args: string[], order: Order, file: WasmFile): Promise<void> {
    const key = digest(`${file.identity.sha256 ?? ''} ${args.join(' ')}`);
    const marker = join(this.#folder, 'filled', key);
    if (existsSync(marker)) return;
    await makeFolder(order.cacheDirectory);
    await this.#execute(args, file);
    await writeWhole(marker, new Uint8Array());
  }

  async #execute(args: string[], file: WasmFile, other?: string): Promise<void> {
    const { engine, program } = this.parts;
    const executable = other === undefined ? program.path : this.#beside(other);
    try {
      await run(executable, args, {
        env: engineEnvironment(),
        cwd: tmpdir(),
        timeout: PATIENCE_MS,
        killSignal: 'SIGKILL',
      });
    } catch (cause) {
      const said = (cause as { stderr?: string }).stderr?.trim().split('\n').slice(0, 4).join(' ');
      throw new LabError(
        'host-failed',
        `${engine.name} could not compile ${file.path}: ${said ?? String(cause)}`.slice(0, 1000),
        'Run it in a mode that does not compile ahead, to see what it says there.',
        { cause },
      );
    }
  }

  #beside(name: string): string {
    const { program, engine } = this.parts;
    const found = findProgram({ names: [name], before: [dirname(program.path)] });
    if (found !== undefined) return found.path;
    throw new LabError(
      'runtime-not-here',
      `${name}, which compiles for ${engine.name}, is not here.`,
      engine.hint,
    );
  }
}

/** Never half: another lab may be making the same file at this moment. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    await makeFolder(dirname(path));
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw cannotWrite(path, thrown);
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw cannotWrite(path, thrown);
  }
}

function cannotWrite(path: string, cause: unknown): LabError {
  return new LabError(
    'host-failed',
    `${path} could not be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
    'Make room and check the permissions of the cache folder, or remove it: everything in it can be made again.',
    { cause },
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
