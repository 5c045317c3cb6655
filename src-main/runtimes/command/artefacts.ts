import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { LabError } from '../../contract/index.js';
import { wholePages } from '../../isolation/module/index.js';
import { capMemory } from '../module/cap-memory.js';
import type { ComponentFile, ModuleFile } from '../module/module-file.js';
import { artefactsFolder, cannotWrite, digest, makeFolder, writeWhole } from './cache-files.js';
import type { Cache, Order } from './engine.js';
import { engineEnvironment } from './environment.js';
import { findProgram } from './find-program.js';
import type { CommandParts } from './runtime.js';

type WasmFile = ModuleFile | ComponentFile;

const run = promisify(execFile);
const PATIENCE_MS = 10 * 60_000;

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
    if (variant.cache !== undefined) await this.#fill(variant.cache, order, file);
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
      const args = compile.args(order, unfinished);
      await this.#execute(args, file, { executable: compile.executable });
      await rename(unfinished, artefact);
    } catch (thrown) {
      await rm(unfinished, { force: true });
      throw thrown instanceof LabError ? thrown : cannotWrite(artefact, thrown);
    }
    return { ...order, modulePath: artefact };
  }

  /** The engine's own cache is filled once for each module and set of flags; a marker says that it was. */
  async #fill(cache: Cache, order: Order, file: WasmFile): Promise<void> {
    const args = cache.fill(order);
    const key = digest(`${file.identity.sha256 ?? ''} ${args.join(' ')}`);
    const marker = join(this.#folder, 'filled', key);
    if (existsSync(marker)) return;
    await makeFolder(order.cacheDirectory);
    if (cache.config !== undefined) {
      const { name, content } = cache.config(order.cacheDirectory);
      await writeWhole(join(order.cacheDirectory, name), Buffer.from(content));
    }
    await this.#execute(args, file, { endsWith: cache.endsWith });
    await writeWhole(marker, new Uint8Array());
  }

  async #execute(
    args: string[],
    file: WasmFile,
    how: { executable?: string | undefined; endsWith?: RegExp | undefined },
  ): Promise<void> {
    const { engine, program } = this.parts;
    const path = how.executable === undefined ? program.path : this.#beside(how.executable);
    try {
      await run(path, args, {
        env: engineEnvironment(),
        cwd: tmpdir(),
        timeout: PATIENCE_MS,
        killSignal: 'SIGKILL',
      });
    } catch (cause) {
      const stderr = (cause as { stderr?: string }).stderr ?? '';
      if (how.endsWith?.test(stderr) === true) return;
      const said = stderr.trim().split('\n').slice(0, 4).join(' ') || String(cause);
      throw new LabError(
        'host-failed',
        `${engine.name} could not compile ${file.path}: ${said}`.slice(0, 1000),
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
