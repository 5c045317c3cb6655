import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { HistoryPage, RecordingEntry, Sample } from '../../../src-main/contract/index.js';
import { TestContainers } from '../../support/containers.js';
import type { Started } from '../../support/containers.js';
import { CLI, paralelo } from '../../support/paralelo.js';

interface Document {
  recordings: { entry: RecordingEntry; samples?: number }[];
}

const containers = new TestContainers();
let spinning: Started;
let dataDir: string;
const here = (...args: string[]) => paralelo(args, { PARALELO_DATA_DIR: dataDir });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paralelo-record-'));
  await containers.prepare();
  spinning = await containers.start(['/spin', '--forever'], { NanoCpus: 5e8, Memory: 2 ** 26 });
});
afterAll(async () => {
  await containers.removeAll();
  await rm(dataDir, { recursive: true, force: true });
});

const nameOf = ({ inspect }: Started): string => inspect.Name.replace(/^\//, '');

/** A recording that goes on until somebody ends it. */
function recording(...args: string[]): { child: ChildProcess; ended: Promise<string> } {
  const child = spawn(process.execPath, [CLI, 'record', ...args, '--interval', '200ms', '--json'], {
    env: { ...process.env, PARALELO_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  return { child, ended: new Promise((resolve) => child.on('close', () => resolve(stdout))) };
}

/** What is being recorded, once something with samples is. */
async function live(): Promise<RecordingEntry> {
  for (;;) {
    const listed = await here('record', '--list', '--json');
    const [entry] = (JSON.parse(listed.stdout) as { recordings: RecordingEntry[] }).recordings;
    if (entry !== undefined && (await samplesOf(entry.id)).length >= 3) return entry;
  }
}

async function samplesOf(id: string): Promise<Sample[]> {
  const shown = await here('show', id, '--json');
  return (JSON.parse(shown.stdout) as { samples?: Sample[] }).samples ?? [];
}

async function recordings(): Promise<RecordingEntry[]> {
  const { stdout } = await here('history', '--kind', 'recording', '--json');
  return (JSON.parse(stdout) as HistoryPage).entries as RecordingEntry[];
}

describe('paralelo record', () => {
  it('keeps what it read for so long, and every format exports it', async () => {
    const args = ['record', nameOf(spinning), '--for', '2s', '--interval', '200ms', '--json'];
    const { code, stdout, stderr } = await here(...args);
    expect(code).toBe(0);
    expect(stderr).toContain(`Recording ${nameOf(spinning)} for 2.00 s. Ctrl+C ends it.`);
    const [recorded] = (JSON.parse(stdout) as Document).recordings;
    const id = String(recorded?.entry.id);
    expect(recorded?.entry).toMatchObject({
      ...{ kind: 'recording', outcome: 'complete', instanceId: spinning.id },
      environment: { engine: expect.any(String) as string },
    });
    const samples = await samplesOf(id);
    expect(samples.length).toBe(recorded?.samples);
    expect(samples[0]?.memory.workingSetBytes).toBeGreaterThan(0);
    for (const format of ['csv', 'json', 'md', 'html', 'openmetrics']) {
      const file = await here('export', id, '--format', format);
      expect(file).toMatchObject({ code: 0, stderr: '' });
      expect(file.stdout.replaceAll('\\', '')).toContain(nameOf(spinning));
    }
    const bundle = join(dataDir, 'one.paralelo');
    expect((await here('export', id, '--output', bundle)).code).toBe(0);
    expect((await readFile(bundle)).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    const there = await mkdtemp(join(tmpdir(), 'paralelo-record-'));
    onTestFinished(() => rm(there, { recursive: true, force: true }));
    const imported = await paralelo(['import', bundle], { PARALELO_DATA_DIR: there });
    expect(imported.stdout).toBe(`imported recording ${id}\n`);
  });

  it('ends at Ctrl+C with what was kept', async () => {
    const { child, ended } = recording(nameOf(spinning));
    const { id } = await live();
    child.kill('SIGINT');
    const [recorded] = (JSON.parse(await ended) as Document).recordings;
    expect(recorded?.entry).toMatchObject({ id, outcome: 'complete' });
    expect(child.exitCode).toBe(0);
    expect((await samplesOf(id)).length).toBe(recorded?.samples);
  });

  it('ends where it is made when another process says so', async () => {
    const { child, ended } = recording(nameOf(spinning));
    const { id, name } = await live();
    const stopped = await here('record', '--stop', name);
    expect(stopped).toMatchObject({ code: 0, stderr: '' });
    expect(stopped.stdout).toMatch(new RegExp(`^${id} +${name}: complete, `));
    expect((JSON.parse(await ended) as Document).recordings[0]?.entry.outcome).toBe('complete');
    expect(child.exitCode).toBe(0);
    expect((await here('record', '--list')).stdout).toBe('Nothing is being recorded.\n');
  });

  it('ends when its instance does', async () => {
    const brief = await containers.start(['/spin', '--forever']);
    const { ended } = recording(nameOf(brief));
    await live();
    await brief.container.kill();
    const [recorded] = (JSON.parse(await ended) as Document).recordings;
    expect(recorded?.entry).toMatchObject({ instanceId: brief.id, outcome: 'complete' });
  });

  it('refuses a name that is nowhere, with those that are written alike, and records nothing', async () => {
    const before = (await recordings()).length;
    const misspelt = nameOf(spinning).replace(/.$/, '~');
    const { code, stderr } = await here('record', nameOf(spinning), misspelt);
    expect(code).toBe(2);
    expect(stderr).toContain(`called "${misspelt}". Did you mean ${nameOf(spinning)}`);
    expect(await recordings()).toHaveLength(before);
  });

  it('refuses what does not run, and what is not being recorded', async () => {
    const over = await containers.start(['/spin', '--for', '1ms']);
    await over.container.wait();
    const stopped = await here('record', nameOf(over));
    expect(stopped.code).toBe(2);
    expect(stopped.stderr).toContain('does not run (exited): there is nothing to record.');
    const none = await here('record', '--stop', 'i-none');
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('Nothing that is being recorded is called "i-none".');
  });

  it.each([
    [[], 'No instance is named.'],
    [['--stop'], 'No recording is named.'],
    [['--list', 'one'], '--list stands alone.'],
    [['one', '--for', '0s'], '--for cannot be "0s".'],
    [['one', '--interval', '1ms'], '--interval cannot be "1ms".'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, stderr } = await here('record', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
