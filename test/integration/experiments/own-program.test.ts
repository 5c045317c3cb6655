import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ExperimentResult } from '../../../src-main/contract/index.js';
import { ROOT, paralelo, twinJson } from '../../support/paralelo.js';

const { document: made } = await twinJson(['hello', '--runtimes', 'docker:runc', '--json']);
/** The image of a twin, given as anybody's would be; the module beside it. */
const PROGRAM = [
  ...['--image', made.runs[0]?.workload.digest ?? ''],
  ...['--module', join(ROOT, 'resources/workloads/bin/hello.wasm')],
];
const RUNTIMES = ['--runtimes', 'docker:runc,v8', '--runs', '2'];

async function bench(experiment: string, ...flags: string[]): Promise<ExperimentResult> {
  const args = ['bench', experiment, ...PROGRAM, ...RUNTIMES, '--json', ...flags];
  const { code, stdout, stderr } = await paralelo(args);
  expect([code, stderr.includes('paralelo:')]).toEqual([0, false]);
  return JSON.parse(stdout) as ExperimentResult;
}

const codes = ({ warnings }: ExperimentResult) => warnings.map(({ code }) => code);
const differs = ({ tables }: ExperimentResult) =>
  tables.find(({ id }) => id === 'outputs')?.rows.map(({ cells }) => cells['same']);

describe("a program of the user's own", () => {
  it('is started as the image in containers and as the module in Wasm runtimes', async () => {
    const result = await bench('startup', '--warm-ups', '0');
    expect(result.contenders.map(({ runtime, n }) => [runtime, n])).toEqual([
      ['docker:runc', 2],
      ['v8', 2],
    ]);
    expect(codes(result)).not.toContain('outputs-differ');
    expect(result.method[0]).toContain('your own program');
  });

  it('that prints something else in one runtime is caught, with the bytes of both', async () => {
    const args = ['--module-args=--entry-time', '--warm-ups', '0'];
    const warning = (await bench('startup', ...args)).warnings.find(
      ({ code }) => code === 'outputs-differ',
    );
    expect(warning?.message).toMatch(
      /^v8 printed something else than docker:runc: at byte 0, "\d+\\n" where that has "hello\\n"\.$/,
    );
  });

  it('that prints the clock differs in every run, unless that is ignored', async () => {
    const clock = await bench('portability', '--', '--entry-time');
    expect(differs(clock)).toEqual(['it is the first', 'no']);
    expect(clock.findings).toContain('docker:runc printed 2 different outputs in 2 runs.');
    const ignored = await bench('portability', '--ignore', '^\\d+$', '--', '--entry-time');
    expect(differs(ignored)).toEqual(['it is the first', 'yes']);
    expect(ignored.findings).toContain('2 of 2 contenders printed the same 2 times.');
  });

  it('has how it ends compared as well', async () => {
    const { findings } = await bench('portability', '--module-args=--nonsense');
    expect(findings.join('\n')).toMatch(
      /v8 ended with exit code \d+, docker:runc with exit code 0/,
    );
  });

  it('reaches what it is granted, in both worlds', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paralelo-granted-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await chmod(folder, 0o755);
    await writeFile(join(folder, 'given'), 'from the host\n');
    const { document } = await twinJson([
      'probe',
      '--runtimes',
      'docker:runc',
      '--json',
      '--',
      'env',
    ]);
    const read = async (...flags: string[]): Promise<ExperimentResult> => {
      const { stdout } = await paralelo([
        ...['bench', 'portability', '--image', document.runs[0]?.workload.digest ?? ''],
        ...['--module', join(ROOT, 'resources/workloads/bin/probe.wasm')],
        ...[...RUNTIMES, '--json', ...flags, '--', 'read', '/data/given'],
      ]);
      return JSON.parse(stdout) as ExperimentResult;
    };
    const granted = await read('--volume', `${folder}:/data:ro`);
    expect(granted.plan.grants?.volumes).toHaveLength(1);
    expect(granted.contenders.map(({ median }) => median)).toEqual([14, 14]);
    expect(codes(granted)).not.toContain('none-ended-well');
    // Without it both fail, which is no success even where they do so alike.
    const refused = await read();
    expect(codes(refused)).toContain('none-ended-well');
    expect(refused.findings.join('\n')).toContain('ended well nowhere');
  });

  it('is not held up by an expression that would backtrack for ever', async () => {
    const result = await bench(
      'portability',
      '--ignore',
      '(\\w*)*\\1(\\w+)+x$',
      '--',
      '--entry-time',
    );
    // It took its time or did not: it came to an end, and what was compared is told.
    expect(['it is the first', 'no']).toEqual(differs(result));
  });

  it.each([
    [
      'no image for a container',
      '--module x.wasm --runtimes docker:runc',
      'docker:runc would need',
    ],
    ['no module for v8', '--image x --runtimes v8', 'v8 would need'],
    ['no regular expression', '--image x --runtimes docker:runc --ignore [', 'program.ignore'],
    ['a directory for nothing', '--runtimes v8 --volume /srv:/data', '--volume says nothing'],
    ['arguments for nothing', '--runtimes v8 -- x', 'without a program of your own'],
  ])('is refused for %s before anything runs', async (_, flags, reason) => {
    const { code, stdout, stderr } = await paralelo(['bench', 'startup', ...flags.split(' ')]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(reason);
  });

  it('whose module is not there is refused before anything runs', async () => {
    const flags = '--module /nowhere.wasm --runtimes v8'.split(' ');
    const { code, stderr } = await paralelo(['bench', 'startup', ...flags]);
    expect(code).toBe(127);
    expect(stderr).toContain('There is no file /nowhere.wasm');
  });
});
