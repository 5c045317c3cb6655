import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunRecord, RuntimeInfo, WireError } from '../../../../src-main/contract/index.js';
import { findBrowserPath } from '../../../../src-main/console/guest-page/find-browser.js';
import { CLI, ROOT, paralelo, twinJson } from '../../../support/paralelo.js';
import { printed } from '../../../support/program.js';
import { uncovered } from '../../../support/uncovered.js';
import { encodeModule } from '../../../support/wasm/encoder.js';

const PROBE = join(ROOT, 'test/fixtures/modules/probe.wasm');
const FLOOD_BYTES = 100 * 1024 ** 2;
const isHere = findBrowserPath() !== undefined;
if (!isHere)
  uncovered('Browser runtime', 'There is no Chromium: install it, or set PARALELO_CHROMIUM.');

const showsCommands = existsSync('/proc/self/cmdline');
if (!showsCommands)
  uncovered('A browser left behind by a killed run', 'Only Linux shows the command lines here.');

const folder = mkdtempSync(join(tmpdir(), 'paralelo-browser-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number | null; record: RunRecord }> {
  const { code, stdout } = await paralelo(['run', '--runtime', 'browser', '--json', ...args]);
  return { code, record: JSON.parse(stdout) as RunRecord };
}

async function failure(...args: string[]): Promise<{ code: number | null; error: WireError }> {
  const { code, stdout } = await paralelo(['run', '--runtime', 'browser', '--json', ...args]);
  return { code, error: (JSON.parse(stdout) as { error: WireError }).error };
}

const probe = (...args: string[]): string[] => ['--module', PROBE, '--', ...args];

describe.runIf(isHere)('the runtime browser on the command line', () => {
  it('prints the same checksum as v8, and names its engine', async () => {
    const { document } = await twinJson([
      'sum',
      '--runtimes',
      'v8,browser',
      '--json',
      '--',
      '--n',
      '1000000',
    ]);
    expect(document.sameOutput).toBe(true);
    const record = document.runs.find(({ runtime }) => runtime === 'browser');
    expect(record?.runtimeVersion).toMatch(/^Chromium \d+\./);
    expect(record?.phases.map(({ name }) => name)).toEqual([
      'spawn',
      'load',
      'compile',
      'instantiate',
      'main',
      'exit',
    ]);
    for (const { bound } of record?.phases ?? []) expect(bound).toContain('as the lab hears of it');
    expect(record?.peak.linearBytes).toBeGreaterThan(0);
    expect(record?.peak.rssBytes).toBeUndefined();
  });

  it('says that it is here, with the version', async () => {
    const { stdout } = await paralelo(['runtimes', '--json']);
    const { runtimes } = JSON.parse(stdout) as { runtimes: RuntimeInfo[] };
    const info = runtimes.find(({ id }) => id === 'browser');
    expect(info).toMatchObject({ available: true, limits: { cpus: 'none', fuel: 'none' } });
    expect(info?.version).toMatch(/^Chromium \d+\./);
  });

  it('tells a trap with its reason', async () => {
    const { code, record } = await run(...probe('trap', 'bounds'));
    expect(code).toBe(134);
    expect(record.outcome.reason).toContain('outside its linear memory');
  });

  it('refuses a growth beyond the limit, which it holds in the bytes of the module', async () => {
    const { code, record } = await run(
      ...['--memory', '64m', '--workload', 'grow', '--', '--to', '128m', '--step', '8m'],
    );
    expect(code).toBe(7);
    expect(record.enforcedBy).toEqual({ memory: 'module-maximum' });
    expect(record.outcome.kind).toBe('memory-refused');
    expect(record.peak.linearBytes).toBeLessThanOrEqual(64 * 1024 ** 2);
    expect(record.peak.linearBytes).toBeGreaterThan(32 * 1024 ** 2);
  });

  it.each([
    ['spin --forever', ['--workload', 'spin', '--', '--forever']],
    ['a sleep', probe('sleep', '3600')],
  ])('ends %s at the wall-time limit', async (_, args) => {
    const { code, record } = await run('--timeout', '3s', ...args);
    expect(code).toBe(124);
    expect(record.outcome).toMatchObject({ kind: 'timed-out', signal: 'SIGKILL' });
    expect(record.phases.at(-1)?.name).toBe('exit');
  });

  it('counts and hashes 100 MB of output, byte for byte', async () => {
    const { record } = await run(...probe('flood', String(FLOOD_BYTES)));
    const v8 = await paralelo([
      'run',
      '--runtime',
      'v8',
      '--json',
      ...probe('flood', String(FLOOD_BYTES)),
    ]);
    expect(record).toMatchObject({ stdoutBytes: FLOOD_BYTES, truncated: true });
    expect(record.stdoutSha256).toBe((JSON.parse(v8.stdout) as RunRecord).stdoutSha256);
  });

  it('hands over arguments, environment and standard input, and takes both streams apart', async () => {
    const text = 'é€😀';
    const stdin = join(folder, 'input');
    writeFileSync(stdin, text);
    expect((await run(...probe('args', text))).record.stdout).toContain(`[${text}]`);
    expect((await run('--env', `A=${text}`, ...probe('env'))).record.stdout).toBe(`A=${text}\n`);
    expect((await run('--stdin', stdin, ...probe('cat'))).record.stdout).toBe(text);
    expect((await run(...probe('cat'))).record.stdout).toBe('');
    expect((await run(...probe('stderr', text))).record).toMatchObject({
      stdout: '',
      stderr: text,
    });
    expect((await run(...probe('exit', '255'))).code).toBe(255);
  });

  it('refuses what it cannot give: a directory, a network, a limit of CPUs, a missing import', async () => {
    const module = join(folder, 'fork.wasm');
    writeFileSync(
      module,
      encodeModule({
        imports: [['env', 'fork', 'function']],
        memories: [{ min: 1 }],
        bodies: [[]],
        exports: [
          ['_start', 'function', 1],
          ['memory', 'memory', 0],
        ],
      }),
    );
    const volume = await failure('--volume', `${folder}:/data`, ...probe('hello'));
    expect(volume).toMatchObject({ code: 2, error: { code: 'grant-not-possible' } });
    expect(volume.error.message).toContain('no file system of the host');
    const network = await failure('--network', 'bridge', ...probe('hello'));
    expect(network.error.code).toBe('grant-not-possible');
    const cpus = await failure('--cpus', '1', ...probe('hello'));
    expect(cpus.error.code).toBe('limit-not-enforced');
    const missing = await failure('--module', module);
    expect(missing).toMatchObject({ code: 126, error: { code: 'missing-import' } });
  });

  it('says what to do when the browser does not start, and when there is none', async () => {
    const args = ['run', '--runtime', 'browser', '--json', '--workload', 'hello'];
    const broken = await paralelo(args, { PARALELO_CHROMIUM: '/bin/false' });
    expect(broken.code).toBe(125);
    expect(broken.stdout).toContain('host-failed');
    const none = await paralelo(args, { PARALELO_CHROMIUM: '/nowhere/chromium' });
    expect(none.code).toBe(125);
    expect(none.stdout).toContain('runtime-not-here');
  });

  it.runIf(showsCommands)('leaves no browser behind when it is killed in the middle', async () => {
    const own = join(folder, 'temporary');
    execFileSync('mkdir', [own]);
    const args = [CLI, 'run', '--runtime', 'browser', ...probe('loop')];
    const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: own } });
    await printed(child, /looping/);
    expect(browsersIn(own)).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await expect.poll(() => browsersIn(own), { timeout: 20_000 }).toBe(0);
  });
});

/** Processes that have this folder on their command line. */
function browsersIn(path: string): number {
  const lines = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(`--user-data-dir=${path}`)).length;
}
