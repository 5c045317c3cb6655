import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Instance, Sample, WireError } from '../../../src-main/contract/index.js';
import { TestContainers } from '../../support/containers.js';
import type { Started } from '../../support/containers.js';
import { CLI, paralelo } from '../../support/paralelo.js';
import { uncovered } from '../../support/uncovered.js';

type Shown = Instance & { sample?: Sample };

const containers = new TestContainers();
let spinning: Started;
let stopped: Started;

beforeAll(async () => {
  await containers.prepare();
  spinning = await containers.start(['/spin', '--forever'], { NanoCpus: 5e8, Memory: 2 ** 26 });
  stopped = await containers.start(['/spin', '--for', '1ms']);
  await stopped.container.wait();
});
afterAll(() => containers.removeAll());

const nameOf = ({ inspect }: Started): string => inspect.Name.replace(/^\//, '');

async function listed(args: string[]): Promise<Shown[]> {
  const { code, stdout, stderr } = await paralelo(['ps', '--json', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return (JSON.parse(stdout) as { instances: Shown[] }).instances;
}

describe('paralelo ps', () => {
  it('shows a container that others started, with a fresh CPU value and its limit', async () => {
    const [shown, ...others] = await listed([`--filter=name=${nameOf(spinning)}`]);
    expect(others).toEqual([]);
    expect(shown).toMatchObject({ kind: 'container', id: spinning.id, pid: spinning.pid });
    expect(shown?.state).toBe('running');
    expect(shown?.sample?.cpuPercent).toBeGreaterThan(0);
    expect(shown?.sample?.cpuPercent).toBeLessThan(100);
    expect(shown?.sample?.memory.limitBytes).toBe(2 ** 26);
    expect(shown?.sample?.memory.workingSetBytes).toBeGreaterThan(0);
  });

  it('shows a Wasm process that another program started', async () => {
    const args = ['run', '--runtime', 'v8', '--workload', 'spin', '--', '--forever'];
    const other = spawn(process.execPath, [CLI, ...args], { stdio: 'ignore' });
    onTestFinished(() => void other.kill('SIGINT'));
    let found: Shown | undefined;
    while (found === undefined) {
      const all = await listed(['--filter=kind=wasm', '--filter=runtime=v8', '--period=300ms']);
      found = all.find(({ name, sample }) => name.startsWith('v8-host') && sample !== undefined);
    }
    expect(found).toMatchObject({ kind: 'wasm', runtime: 'v8', state: 'running' });
    expect(found.sample?.memory.rssBytes).toBeGreaterThan(0);
  });

  it('leaves stopped ones out unless they are asked for', async () => {
    const name = `--filter=name=${nameOf(stopped)}`;
    expect(await listed([name])).toEqual([]);
    const [shown] = await listed([name, '--all']);
    expect(shown).toMatchObject({ id: stopped.id, state: 'exited', exitCode: 0 });
    expect(shown).not.toHaveProperty('sample');
    expect((await listed([name, '--filter=state=exited'])).map(({ id }) => id)).toEqual([
      stopped.id,
    ]);
  });

  it('prints one table where there is no terminal', async () => {
    const { code, stdout } = await paralelo(['ps', `--filter=name=${nameOf(spinning)}`]);
    const [header, row, ...rest] = stdout.trimEnd().split('\n');
    expect({ code, rest }).toEqual({ code: 0, rest: [] });
    expect(header).toMatch(/CPU\/CORE +CPU\/HOST +WORKING SET +LIMIT/);
    expect(row).toMatch(/ running .* \d+(\.\d)? % .* 64\.0 MiB /);
  });

  it('streams changes and samples, a line each, until it is interrupted', async () => {
    const args = ['ps', '--ndjson', '--period=100ms', `--filter=name=${nameOf(spinning)}`];
    const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    const text = await until(child, (all) => all.split('"type":"sample"').length > 5);
    child.kill('SIGINT');
    expect(await ended(child)).toBe(0);
    const lines = text.trim().split('\n').slice(0, -1);
    const types = lines.map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types[0]).toBe('changed');
    expect(types).toContain('sample');
  });

  it('refuses wrong usage with exit code 2', async () => {
    const { code, stdout } = await paralelo(['ps', '--json', '--sort', 'colour']);
    expect(code).toBe(2);
    expect((JSON.parse(stdout) as { error: WireError }).error.code).toBe('bad-request');
  });
});

describe('paralelo ps on a terminal', () => {
  const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?7l';
  const LEAVE = '\u001b[?7h\u001b[?25h\u001b[?1049l';

  it.each([
    ['q', 'q'],
    ['Ctrl+C', '\u0003'],
  ])('redraws in place, takes keys, and leaves it as it was at %s', async (_, key) => {
    const child = terminal(`--period=200ms --filter=name=${nameOf(spinning)}`, 70, 12);
    if (child === undefined) return;
    await until(child, (all) => all.includes(nameOf(spinning).slice(0, 10)));
    child.stdin?.write('n');
    await until(child, (all) => all.includes('sorted by name'));
    child.stdin?.write(key);
    const all = await until(child, (text) => text.includes(LEAVE));
    expect(await ended(child)).toBe(0);
    expect(all.indexOf(ENTER)).toBe(0);
    expect(all.trimEnd().endsWith(LEAVE)).toBe(true);
    const frames = all.slice(ENTER.length, all.lastIndexOf(LEAVE)).split('\u001b[H').slice(1);
    expect(frames.length).toBeGreaterThan(2);
    for (const frame of frames) {
      const lines = frame.replace('\u001b[J', '').split(/\r*\n/);
      expect(lines.length).toBeLessThanOrEqual(12);
      const widths = lines.map((line) => line.replace('\u001b[K', '').length);
      expect(Math.max(...widths)).toBeLessThanOrEqual(70);
    }
  });
});

/** util-linux' `script` gives a terminal of that size; undefined where there is none. */
function terminal(flags: string, columns: number, rows: number): ChildProcess | undefined {
  if (process.platform !== 'linux') {
    uncovered('paralelo ps on a terminal', 'script of util-linux is only on Linux.');
    return undefined;
  }
  const size = `stty cols ${String(columns)} rows ${String(rows)}`;
  const command = `${size}; exec '${process.execPath}' '${CLI}' ps ${flags}`;
  const child = spawn('script', ['-qefc', command, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TERM: 'xterm' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

const heard = new WeakMap<ChildProcess, { text: string }>();

/** All that it has printed so far, once that is so. */
function until(child: ChildProcess, isSo: (all: string) => boolean): Promise<string> {
  const known = heard.get(child) ?? { text: '' };
  if (!heard.has(child)) {
    heard.set(child, known);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (known.text += text));
  }
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!isSo(known.text)) return;
      child.stdout?.off('data', look);
      resolve(known.text);
    };
    child.stdout?.on('data', look);
    child.once('close', () => reject(new Error(`It ended; it printed: ${known.text.slice(-500)}`)));
    look();
  });
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  return new Promise((resolve) => child.once('close', resolve));
}
