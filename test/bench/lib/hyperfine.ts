import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Skip } from './bench.js';

interface HyperfineOptions {
  runs: number;
  warmups: number;
  /** All of the environment of the command; that of this process unless given. */
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Where its output goes: a pipe is what the lab gives its guests. */
  output?: 'null' | 'pipe';
}

/** Throws Skip where it is not installed. */
export function needHyperfine(): void {
  try {
    execFileSync('hyperfine', ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Skip('hyperfine is not here: apt-get install hyperfine (or cargo install hyperfine)');
  }
}

/** Milliseconds of each run of each command, without a shell around it. */
export function hyperfine(
  commands: readonly string[],
  { runs, warmups, env, cwd, output = 'null' }: HyperfineOptions,
): number[][] {
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-bench-'));
  try {
    const times = join(folder, 'times.json');
    execFileSync(
      hyperfinePath(),
      [
        ...['-N', '--style', 'none', '--output', output],
        ...['--warmup', String(warmups), '--runs', String(runs)],
        ...['--export-json', times, ...commands],
      ],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        ...(env === undefined ? {} : { env }),
        ...(cwd === undefined ? {} : { cwd }),
      },
    );
    const { results } = JSON.parse(readFileSync(times, 'utf8')) as {
      results: { times: number[] }[];
    };
    return results.map((result) => result.times.map((seconds) => seconds * 1000));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** hyperfine -N splits a command as a shell would. */
export function commandLine(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
}

let path: string | undefined;

/** Absolute: the environment that a command gets may have no PATH. */
function hyperfinePath(): string {
  path ??= execFileSync('sh', ['-c', 'command -v hyperfine'], { encoding: 'utf8' }).trim();
  return path;
}
