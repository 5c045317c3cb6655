import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DEFAULT_STORE_SETTINGS } from '../../../src-main/contract/index.js';
import { openDatabase } from '../../../src-main/store/database.js';
import { EVERYTHING, OpenedStore } from './opened.js';

/** What a process left behind that recorded. */
export interface Left {
  /** What the writer was told to be on the disk, and what is not there. */
  missing: string[];
  integrity: string;
  /** References to what is not there. */
  dangling: number;
  /** Runs that it was recording. */
  interrupted: number;
  samples: number;
}

/** The built programs of it. */
export interface KillPrograms {
  writer: string;
  worker: string;
}

/** Kills a writer of `runs` runs with SIGKILL after that time, and looks at what it left. */
export async function killRound(
  path: string,
  { writer, worker }: KillPrograms,
  { runs, afterMs }: { runs: number; afterMs: number },
): Promise<Left> {
  const child = spawn(process.execPath, [writer, path, worker, String(runs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
    said += chunk.toString();
  });
  await once(child, 'close');
  const whole = said.slice(0, said.lastIndexOf('\n')).split('\n').slice(1);
  return await lookAt(path, worker, whole);
}

export async function lookAt(
  path: string,
  worker: string,
  acknowledged: readonly string[],
): Promise<Left> {
  const { store } = new OpenedStore(path, worker, DEFAULT_STORE_SETTINGS);
  const { entries } = await store.ask('list', EVERYTHING);
  const ended = new Set(entries.filter(({ outcome }) => outcome === 'exited').map(({ id }) => id));
  const under = entries.filter(({ outcome }) => outcome === 'interrupted');
  const ticks = acknowledged.map((line) => Number(line.split(' ')[0]));
  const missing = acknowledged
    .map((line) => line.split(' ')[1] ?? '')
    .filter((id) => id !== '' && !ended.has(id));
  let samples = 0;
  for (const { id } of under) {
    const { record } = await store.ask('run', { id });
    const times = new Set(record.samples.map(({ tMs }) => tMs));
    samples += times.size;
    missing.push(
      ...ticks.filter((tick) => !times.has(tick * 100)).map((t) => `${id} ${String(t)}`),
    );
  }
  await store.close();
  const database = openDatabase(path);
  const integrity = String(database.statement('PRAGMA integrity_check').get()?.['integrity_check']);
  const dangling = database.statement('PRAGMA foreign_key_check').all().length;
  database.close();
  return { missing, integrity, dangling, interrupted: under.length, samples };
}
