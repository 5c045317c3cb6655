import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { monotonicMs } from '../../metrics/index.js';
import type { Launchers } from '../module/launcher/launchers.js';
import { spawnGuest } from '../module/spawn-guest.js';
import type { TwinFiles } from '../runtime.js';
import { readVerified } from '../verified-file.js';

/** Go's name of this machine's architecture, as twins are named by. */
const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };
const MOST_OUTPUT_BYTES = 1024 * 1024;

export interface NativeRun {
  stdout: string;
  /** From just before the process was made until its end was seen. */
  durationMs: number;
}

interface NativeOptions {
  signal: AbortSignal;
  /** Starts it without a fork of the lab (resources/launcher), as guests are; absent: the lab forks. */
  launchers: Launchers | undefined;
}

/** Runs a twin's own executable. Rejects with an Error that says why it gave nothing. */
export type RunNative = (twin: string, args: readonly string[]) => Promise<NativeRun>;

/**
 * The lab's own twins as plain processes of this machine, behind no wall: a baseline for experiments, never for a
 * program of a user. Undefined where twins have no executable for this machine.
 */
export function nativeTwins(twins: TwinFiles, options: NativeOptions): RunNative | undefined {
  const architecture = ARCHITECTURES[process.arch];
  if (process.platform !== 'linux' || architecture === undefined) return undefined;
  return async (twin, args) => {
    const executable = twins.locate(twin).executables[architecture];
    if (executable === undefined) throw new Error(`${twin} has no executable for ${architecture}.`);
    const bytes = await readVerified(executable.path, executable.sha256);
    const folder = await mkdtemp(join(tmpdir(), 'paralelo-native-'));
    try {
      const path = join(folder, twin);
      await writeFile(path, bytes);
      await chmod(path, 0o700);
      return await run(path, args, options);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function run(
  path: string,
  args: readonly string[],
  { signal, launchers }: NativeOptions,
): Promise<NativeRun> {
  const launcher = await launchers?.ready();
  if (signal.aborted) launcher?.discard();
  signal.throwIfAborted();
  const start = { executable: path, args: [...args], env: {}, cwd: dirname(path) };
  const startMs = monotonicMs();
  const process = await spawnGuest(start, { launcher });
  const kill = (): void => process.kill();
  signal.addEventListener('abort', kill);
  let stdout = '';
  process.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (stdout.length < MOST_OUTPUT_BYTES) stdout += text;
  });
  process.stderr.resume();
  const { code, signal: end, atMs } = await process.ended;
  signal.removeEventListener('abort', kill);
  signal.throwIfAborted();
  if (code === 0) return { stdout, durationMs: atMs - (process.forkedAtMs ?? startMs) };
  throw new Error(`Its process ended with ${end ?? `exit code ${String(code)}`}.`);
}
