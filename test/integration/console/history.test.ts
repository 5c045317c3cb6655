import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryPage, RunRecord } from '../../../src-main/contract/index.js';
import { paralelo } from '../../support/paralelo.js';

let dataDir: string;
let record: RunRecord;
const here = (...args: string[]) => paralelo(args, { PARALELO_DATA_DIR: dataDir });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paralelo-history-'));
  const { stdout } = await here('run', '--runtime', 'v8', '--workload', 'hello', '--json');
  record = JSON.parse(stdout) as RunRecord;
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('paralelo history', () => {
  it('lists what an earlier command ran, for people and as JSON', async () => {
    const { stdout } = await here('history');
    expect(stdout).toMatch(/^ID +WHEN +WHAT +RUNTIME/);
    expect(stdout).toContain(record.id);
    const page = JSON.parse((await here('history', '--json')).stdout) as HistoryPage;
    expect(page.entries.map(({ id }) => id)).toEqual([record.id]);
  });

  it('takes a runtime, a workload and a time, and says when nothing fits', async () => {
    const some = await here('history', '--runtime', 'v8', '--workload', 'hello', '--since', '1h');
    expect(some.stdout).toContain(record.id);
    const none = await here('history', '--runtime', 'wasmtime');
    expect(none.stdout).toBe('Nothing was recorded that fits.\n');
    expect((await here('history', '--since', '2999-01-01')).stdout).toBe(none.stdout);
    const wrong = await here('history', '--since', 'yesterday');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('--since cannot be "yesterday"');
  });
});

describe('a command of a user who wants nothing recorded', () => {
  it('runs as ever, says that it is not recorded, and leaves the history as it was', async () => {
    const config = await mkdtemp(join(tmpdir(), 'paralelo-config-'));
    await mkdir(join(config, 'paralelo'));
    const off = JSON.stringify({ store: { isRecording: false } });
    await writeFile(join(config, 'paralelo', 'settings.json'), off);
    const env = { PARALELO_DATA_DIR: dataDir, XDG_CONFIG_HOME: config };
    const ran = await paralelo(['run', '--runtime', 'v8', '--workload', 'hello', '--json'], env);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('paralelo: not recorded: recording is switched off');
    const listed = await paralelo(['history', '--json'], env);
    expect(listed.stderr).toBe('');
    expect((JSON.parse(listed.stdout) as HistoryPage).entries.map(({ id }) => id)).toEqual([
      record.id,
    ]);
    await rm(config, { recursive: true });
  });
});

describe('paralelo show', () => {
  it('gives the record back as the run printed it', async () => {
    const { stdout } = await here('show', record.id, '--json');
    expect(JSON.parse(stdout)).toEqual(record);
  });

  it('takes the beginning of an id, and says what the guest printed', async () => {
    const { stdout } = await here('show', record.id.slice(0, 6));
    expect(stdout).toContain('It printed:\nhello');
  });

  it('refuses what nobody recorded', async () => {
    const { code, stderr } = await here('show', 'r-none');
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing recorded is called r-none');
  });
});
