import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { lookAt } from './killed.js';
import type { KillPrograms, Left } from './killed.js';

export interface PowerCut {
  /** Of the file and its log as they stood at that moment. */
  asItStood: Left;
  /** Of the same with the end of the log torn off, where some of it was not in the file yet. */
  torn?: Left;
}

export interface Cuts {
  runs: number;
  count: number;
  /** Between two of them, at random up to this. */
  withinMs: number;
}

interface Copied {
  path: string;
  acknowledged: string[];
  tornPath?: string;
}

/**
 * While a process records, stops it again and again at random moments (SIGSTOP, so that nothing moves), and copies the
 * file with its log: what would be on the disk if the power failed then. SQLite has promised to have synchronised the
 * log as far as it was copied into the file; a cut may tear what comes after.
 */
export async function cutPower(
  path: string,
  { writer, worker }: KillPrograms,
  { runs, count, withinMs }: Cuts,
): Promise<PowerCut[]> {
  const child = spawn(process.execPath, [writer, path, worker, String(runs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const begun = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      resolve();
    });
  });
  await begun;
  const copies: Copied[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    await later(Math.random() * withinMs);
    const acknowledged = said.slice(0, said.lastIndexOf('\n')).split('\n').slice(1);
    child.kill('SIGSTOP');
    await untilStopped(child.pid ?? 0);
    copies.push({ ...copy(path, `${path}.cut-${String(nth)}`), acknowledged });
    child.kill('SIGCONT');
  }
  child.kill('SIGKILL');
  await once(child, 'close');
  const cuts: PowerCut[] = [];
  for (const one of copies) cuts.push(await lookAtBoth(one, worker));
  return cuts;
}

async function lookAtBoth({ path, tornPath, acknowledged }: Copied, worker: string) {
  const asItStood = await lookAt(path, worker, acknowledged);
  if (tornPath === undefined) return { asItStood };
  // What was acknowledged last may be lost: the rest has to make sense.
  return { asItStood, torn: await lookAt(tornPath, worker, []) };
}

function copy(path: string, to: string): { path: string; tornPath?: string } {
  for (const part of ['', '-wal']) {
    if (existsSync(path + part)) copyFileSync(path + part, to + part);
  }
  const cutAt = tearOf(path);
  if (cutAt === undefined) return { path: to };
  const tornPath = `${to}-torn`;
  copyFileSync(to, tornPath);
  copyFileSync(`${to}-wal`, `${tornPath}-wal`);
  truncateSync(`${tornPath}-wal`, cutAt);
  return { path: to, tornPath };
}

/** Where the log may be torn: https://www.sqlite.org/walformat.html, the header of the index and its nBackfillAttempted. */
function tearOf(path: string): number | undefined {
  const index = readFileSync(`${path}-shm`);
  const frameBytes = 24 + index.readUInt16LE(14);
  const [written, inFile] = [index.readUInt32LE(16), index.readUInt32LE(128)];
  if (written <= inFile) return undefined;
  const first = 32 + inFile * frameBytes;
  return first + Math.floor(Math.random() * (written - inFile) * frameBytes);
}

/** All its threads, so that no two of the copies are of different moments. */
async function untilStopped(pid: number): Promise<void> {
  while (!/^State:\s+T/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))) await later(1);
}
