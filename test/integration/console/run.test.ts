import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord, WireError } from '../../../src-main/contract/index.js';
import { paralelo } from '../../support/paralelo.js';

const BOTH = ['docker:runc', 'v8'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralelo-run-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function failure(args: string[]): Promise<{ code: number | null; error: WireError }> {
  const { code, stdout } = await paralelo(['run', '--json', ...args]);
  return { code, error: (JSON.parse(stdout) as { error: WireError }).error };
}

describe('paralelo run', () => {
  it.each(BOTH)('passes the guest’s output and exit code through on %s', async (runtime) => {
    const { code, stdout, stderr } = await paralelo([
      'run',
      '--runtime',
      runtime,
      '--workload',
      'hello',
    ]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'hello\n', stderr: '' });
  });

  it.each(BOTH)('says on one line of stderr how %s ended when not well', async (runtime) => {
    const args = [
      'run',
      '--runtime',
      runtime,
      '--timeout',
      '800ms',
      '--workload',
      'spin',
      '--',
      '--forever',
    ];
    const { code, stderr } = await paralelo(args);
    expect(code).toBe(124);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('timed out')]);
  });

  it.each(BOTH)('gives the guest’s own exit code on %s', async (runtime) => {
    const { code } = await paralelo([
      'run',
      '--runtime',
      runtime,
      '--workload',
      'grow',
      '--',
      '--nonsense',
    ]);
    expect(code).toBe(2);
  });

  it('records what the kernel counted of a module’s process, however short it was', async () => {
    const { stdout } = await paralelo([
      ...['run', '--runtime', 'v8', '--workload', 'grow', '--period', '60s', '--json'],
      ...['--', '--to', '48m', '--step', '48m'],
    ]);
    const { usage, peak } = JSON.parse(stdout) as RunRecord;
    expect(usage?.maxRssBytes).toBeGreaterThan(48 * 1024 ** 2);
    expect(peak.rssBytes).toBeGreaterThanOrEqual(usage?.maxRssBytes ?? Infinity);
    expect((usage?.userTimeMs ?? 0) + (usage?.systemTimeMs ?? 0)).toBeGreaterThan(0);
  });

  it('prints one JSON document and nothing else with --json', async () => {
    const { stdout, stderr } = await paralelo([
      'run',
      '--runtime',
      'v8',
      '--workload',
      'hello',
      '--json',
    ]);
    const record = JSON.parse(stdout) as RunRecord;
    expect(stderr).toBe('');
    expect(record).toMatchObject({
      runtime: 'v8',
      workload: {
        kind: 'twin',
        ref: 'hello',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
      outcome: { kind: 'exited', code: 0 },
      stdout: 'hello\n',
      stdoutBytes: 6,
      truncated: false,
      environment: { labVersion: expect.any(String) as string },
    });
  });

  it('streams one event a line with --ndjson', async () => {
    const { stdout } = await paralelo([
      'run',
      '--runtime',
      'v8',
      '--workload',
      'hello',
      '--ndjson',
    ]);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: string }).event);
    expect(new Set(events)).toEqual(new Set(['status', 'sample', 'output', 'ended']));
    expect(events.at(-1)).toBe('ended');
  });

  it('refuses a limit that v8 cannot enforce, and warns with --best-effort', async () => {
    const asked = ['--runtime', 'v8', '--workload', 'hello', '--fuel', '1000'];
    const refused = await failure(asked);
    expect(refused).toMatchObject({ code: 2, error: { code: 'limit-not-enforced' } });
    const { stdout, code } = await paralelo(['run', '--json', '--best-effort', ...asked]);
    const record = JSON.parse(stdout) as RunRecord;
    expect(code).toBe(0);
    expect(record.enforcedBy.fuel).toBe('none');
    expect(record.warnings).not.toEqual([]);
  });

  it('says that a text file is not a module', async () => {
    const path = await file('notes.wasm', 'these are notes');
    expect(await failure(['--runtime', 'v8', '--module', path])).toMatchObject({
      code: 126,
      error: { code: 'not-a-module' },
    });
  });

  it('says that a component is a component', async () => {
    const path = await file('c.wasm', Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0));
    expect(await failure(['--runtime', 'v8', '--module', path])).toMatchObject({
      code: 126,
      error: { code: 'is-a-component' },
    });
  });

  it('names the import that is missing', async () => {
    // (module (import "env" "fork" (func)) (func (export "_start")) (memory (export "memory") 1))
    const path = await file(
      'fork.wasm',
      Uint8Array.from(
        Buffer.from(
          '0061736d0100000001040160000002' +
            '0c0103656e7604666f726b000003020100050301000107130206' +
            '5f73746172740001066d656d6f727902000a040102000b',
          'hex',
        ),
      ),
    );
    const { code, error } = await failure(['--runtime', 'v8', '--module', path]);
    expect(code).toBe(126);
    expect(error.code).toBe('missing-import');
    expect(error.message).toContain('env.fork');
  });

  it('says which file is not there', async () => {
    const path = join(folder, 'absent.wasm');
    const { code, error } = await failure(['--runtime', 'v8', '--module', path]);
    expect(code).toBe(127);
    expect(error.message).toContain('absent.wasm');
  });

  it('says that an image is not there', async () => {
    const { code, error } = await failure([
      '--runtime',
      'docker:runc',
      '--image',
      'paralelo.invalid/none:1',
    ]);
    expect({ code, error: error.code }).toEqual({ code: 127, error: 'image-not-found' });
  });

  it.each([
    ['docker:runc', '1m'],
    ['v8', '64k'],
  ])('gives the least memory %s can have when %s is asked for', async (runtime, memory) => {
    const { code, error } = await failure([
      '--runtime',
      runtime,
      '--workload',
      'hello',
      '--memory',
      memory,
    ]);
    expect({ code, error: error.code }).toEqual({ code: 2, error: 'limit-too-low' });
    expect(`${error.message} ${error.hint}`).toMatch(/\d+(\.\d+)? (KiB|MiB)/);
  });

  it('leaves with 125 and one sentence when no engine answers', async () => {
    const args = ['run', '--runtime', 'docker:runc', '--workload', 'hello'];
    const { code, stderr } = await paralelo(args, { DOCKER_HOST: `unix://${folder}/no.sock` });
    expect(code).toBe(125);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['run'], /--runtime/],
    [['run', '--runtime', 'v8'], /--workload/],
    [['run', '--runtime', 'v8', '--workload', 'hello', '--memory', 'lots'], /--memory/],
    [['run', '--runtime', 'v8', '--workload', 'hello', '--frobnicate'], /frobnicate/],
    [['frobnicate'], /frobnicate/],
  ])('says in one line what is wrong with %j', async (args, what) => {
    const { code, stdout, stderr } = await paralelo(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(what)]);
  });
});
