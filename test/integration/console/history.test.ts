import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryPage, RunRecord, Trend } from '../../../src-main/contract/index.js';
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

describe('paralelo history --trend', () => {
  it('tells an experiment over time, with those that asked the same and no others', async () => {
    const startup = ['bench', 'startup', '--runtimes', 'v8', '--warm-ups', '0', '--runs'];
    await here(...startup, '2');
    await here(...startup, '3');
    await here(...startup, '2', '--also', 'new-instance');
    const listed = await here('history', '--kind', 'experiment', '--json');
    const [other, second, first] = (JSON.parse(listed.stdout) as HistoryPage).entries;
    const { stdout } = await here('history', '--trend', String(first?.id), '--json');
    const trend = JSON.parse(stdout) as Trend;
    expect(trend.points.map(({ id }) => id)).toEqual([first?.id, second?.id]);
    expect(trend.points.map(({ contenders }) => contenders[0]?.values[0]?.n)).toEqual([2, 3]);
    expect(trend.points.flatMap(({ changes }) => changes)).toEqual([]);
    const alone = await here('history', '--trend', String(other?.id).slice(0, 8));
    expect(alone.stdout).toMatch(/^startup: .*\n\nID +WHEN +v8 /);
    expect(alone.stdout.match(/^e-\w+ +2\d{3}-/gm)).toHaveLength(1);
  });

  it('takes an experiment and one of its measures', async () => {
    const run = await here('history', '--trend', record.id);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('the id of an experiment');
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
