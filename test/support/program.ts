import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Ended {
  stdout: string;
  stderr: string;
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Starts a program whose output is read as text. */
export function start(command: readonly string[]): ChildProcess {
  const [file = '', ...args] = command;
  return spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a program to its end; never rejects because of an exit code. */
export async function run(command: readonly string[]): Promise<Ended> {
  return ended(start(command));
}

export async function ended(child: ChildProcess): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { ...texts, code, signal };
}

/** Resolves when what the program printed so far fits the pattern; rejects when it ends without. */
export async function printed(child: ChildProcess, pattern: RegExp): Promise<void> {
  let seen = '';
  for await (const text of child.stdout?.setEncoding('utf8') ?? []) {
    seen += String(text);
    if (pattern.test(seen)) return;
  }
  throw new Error(`the program ended after ${JSON.stringify(seen)}`);
}
