import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { RunRecord } from '../../src-main/contract/index.js';
import { launcherFile } from '../../src-main/runtimes/module/launcher/launcher-file.js';
import { Launchers } from '../../src-main/runtimes/module/launcher/launchers.js';

export const ROOT = resolve(import.meta.dirname, '../..');
export const CLI = join(ROOT, 'out/main/cli.cjs');
export const LAUNCHER = launcherFile(join(ROOT, 'resources'));
export const LAUNCHERS = new Launchers(LAUNCHER);

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built command line to its end. */
export async function paralelo(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return {
    code,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
  };
}

export interface TwinDocument {
  twin: string;
  sameOutput: boolean;
  runs: RunRecord[];
}

/** `paralelo twin … --json`, parsed. */
export async function twinJson(
  args: readonly string[],
): Promise<Ended & { document: TwinDocument }> {
  const ended = await paralelo(['twin', ...args]);
  return { ...ended, document: JSON.parse(ended.stdout) as TwinDocument };
}
