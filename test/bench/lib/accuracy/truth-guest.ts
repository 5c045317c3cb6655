import { existsSync, readFileSync } from 'node:fs';
import { runtimeKindOf } from '../../../../src-main/contract/index.js';
import type { RunRequestInput } from '../../../../src-main/contract/index.js';
import type { Lab } from '../../../../src-main/lab/lab.js';
import { importImage, removeImage } from '../../../support/docker/shell-image.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { dockerEngine } from '../engine.js';
import { at } from '../paths.js';

/** One mode each: what a mode changes is when code is made, which these measurements do not look at. */
const RUNTIMES = ['docker:runc', 'docker:crun', 'v8', 'wasmtime', 'wasmer', 'wasmedge', 'wazero'];
const IMAGE = 'paralelo-test/truth:1';
const MODULE = at('test/fixtures/truth/truth.wasm');
const EXECUTABLE = at('test/fixtures/truth/truth.linux-amd64');

/** The guest of test/fixtures/truth, wherever it can run here. */
export class TruthGuest {
  private constructor(
    readonly runtimes: readonly string[],
    private readonly engine: Engine | undefined,
  ) {}

  static async provide(lab: Lab): Promise<TruthGuest> {
    const { runtimes } = await lab.catalogue.list(false);
    const here = new Set(runtimes.filter(({ available }) => available).map(({ id }) => id));
    const hasContainers = process.arch === 'x64' && existsSync(EXECUTABLE);
    const chosen = RUNTIMES.filter((id) => here.has(id) && (hasContainers || !isContainer(id)));
    if (!chosen.some(isContainer)) return new TruthGuest(chosen, undefined);
    const engine = await dockerEngine();
    await importImage(engine, { ref: IMAGE, files: { '/truth': readFileSync(EXECUTABLE) } });
    return new TruthGuest(chosen, engine);
  }

  request(runtime: string, args: string[], periodMs?: number): RunRequestInput {
    const workload: RunRequestInput['workload'] = isContainer(runtime)
      ? { kind: 'image', ref: IMAGE, args: ['/truth', ...args] }
      : { kind: 'module', ref: MODULE, args };
    return { runtime, workload, ...(periodMs === undefined ? {} : { periodMs }) };
  }

  async close(): Promise<void> {
    if (this.engine === undefined) return;
    await removeImage(this.engine, IMAGE);
    this.engine.client.close();
  }
}

export function isContainer(runtime: string): boolean {
  return runtimeKindOf(runtime) === 'container';
}

/** The number that it printed behind this word. */
export function said(stdout: string, word: string): number | undefined {
  const value = new RegExp(`^${word} (\\d+)$`, 'm').exec(stdout)?.[1];
  return value === undefined ? undefined : Number(value);
}
