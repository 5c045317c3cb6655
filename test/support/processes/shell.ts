import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';

/** A program that a plain shell has started. */
export interface ShellJob {
  pid: number;
  /** The next line that it wrote. */
  line(): Promise<string>;
  /** Resolves once the shell has seen its end. */
  ended: Promise<unknown>;
}

const IN_BACKGROUND = '"$@" 3>&- & echo "$!" >&3; wait "$!"';

/** Starts it as a user would: no environment or ancestor says that a lab is near, but for the test's own shell. */
export async function inShell(
  command: readonly string[],
  options: SpawnOptions = {},
): Promise<ShellJob> {
  const shell = spawn('/bin/sh', ['-c', IN_BACKGROUND, 'sh', ...command], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const ended = once(shell, 'exit');
  const line = linesOf(shell.stdout as Readable);
  const pid = Number(await linesOf(shell.stdio[3] as Readable)());
  let isOver = false;
  void ended.then(() => (isOver = true));
  onTestFinished(async () => {
    // As long as the shell waits for it, the pid is its own.
    if (!isOver) process.kill(pid, 'SIGKILL');
    await ended;
  });
  return { pid, line, ended };
}

function linesOf(input: Readable): () => Promise<string> {
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  return async () => String((await lines.next()).value);
}
