import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ConfigurationGroup, LogLine } from '../../../../src-main/contract/index.js';
import { createProcessSource } from '../../../../src-main/runtimes/processes/index.js';
import type { FoundInstance } from '../../../../src-main/runtimes/instances.js';
import { wasmtime } from '../../../../src-main/runtimes/command/engines/wasmtime.js';
import { bundle } from '../../../support/bundle.js';
import { engineProgram } from '../../../support/command/engines.js';
import { ROOT } from '../../../support/paralelo.js';
import { GROW, guestFiles } from '../../../support/processes/guests.js';
import { inShell } from '../../../support/processes/shell.js';
import type { ShellJob } from '../../../support/processes/shell.js';
import { Watched } from '../../../support/processes/watched.js';
import { uncovered } from '../../../support/uncovered.js';

const run = promisify(execFile);
const program = engineProgram(wasmtime) ?? '';
const files = guestFiles();
afterAll(() => files.remove());

const HOLD = ['--to', '1m', '--hold', '600s'];
const FLAGS = [
  '--dir',
  '.::/in',
  '--env',
  'A=1',
  '-W',
  'max-memory-size=67108864',
  '-O',
  'opt-level=1',
];

interface Found {
  watched: Watched;
  job: ShellJob;
  instance: FoundInstance;
}

async function found(command: readonly string[], cwd = files.folder): Promise<Found> {
  const watched = Watched.start(createProcessSource());
  const job = await inShell(command, { cwd });
  return { watched, job, instance: await watched.until(() => watched.ofPid(job.pid)) };
}

function values(groups: ConfigurationGroup[], title: string): Record<string, string> {
  const group = groups.find((each) => each.title === title);
  return Object.fromEntries(group?.entries.map(({ name, value }) => [name, value]) ?? []);
}

/** Those of a shell whose output is in a file. */
function logging(path: string, script: string): string[] {
  return ['/bin/sh', '-c', `exec "$@" > ${path} ${script}`, 'sh', program, 'run', GROW, ...HOLD];
}

describe.runIf(program !== '')('a Wasm process that a shell started', () => {
  it('is stopped, or killed, and it is done when the promise says so', async () => {
    for (const action of ['stop', 'kill'] as const) {
      const { watched, job, instance } = await found([program, 'run', GROW, ...HOLD]);
      await instance.act(action);
      await job.ended;
      await watched.until(() => watched.goneIds.includes(instance.view.id));
      await expect(instance.act('kill')).rejects.toMatchObject({ code: 'unknown-instance' });
    }
  });

  it('is stopped also while it is paused, and cannot be restarted', async () => {
    const { watched, job, instance } = await found([program, 'run', GROW, ...HOLD]);
    process.kill(job.pid, 'SIGSTOP');
    await watched.until(() => watched.ofPid(job.pid)?.view.state === 'paused');
    await expect(instance.act('restart')).rejects.toMatchObject({ code: 'action-not-possible' });
    await instance.act('stop');
    await job.ended;
  });

  it('says what it was started with, and what is in its module', async () => {
    const { instance, job } = await found([program, 'run', ...FLAGS, GROW, ...HOLD]);
    const groups = await instance.configuration();
    expect(Object.values(values(groups, 'Command line')).slice(1)).toEqual([
      'run',
      ...FLAGS,
      GROW,
      ...HOLD,
    ]);
    expect(values(groups, 'Working directory')).toEqual({ Path: files.folder });
    expect(values(groups, 'Runtime')).toEqual({ Name: 'Wasmtime (wasmtime)', Executable: program });
    expect(values(groups, 'Module')).toMatchObject({ Path: GROW, Kind: 'core module' });
    expect(values(groups, 'Environment')).toHaveProperty('PATH', process.env['PATH']);
    expect(values(groups, 'Output')['stdout']).toBe('a socket');
    expect(await instance.processes()).toMatchObject([{ pid: job.pid, user: 'root' }]);
    expect(await instance.pastEvents()).toMatchObject([
      { action: 'start', detail: `pid ${job.pid}` },
    ]);
  });

  it('says what isolates the guest, and what surrounds its process', async () => {
    const { instance } = await found([program, 'run', ...FLAGS, GROW, ...HOLD]);
    const facts = new Map((await instance.isolation()).map((fact) => [fact.id, fact]));
    expect(facts.get('directories')?.detail).toContain(`${files.folder} as /in`);
    expect(facts.get('environment')?.detail).toContain('A');
    expect(facts.get('linear-memory')?.label).toContain('64.0 MiB');
    expect(facts.get('host-namespaces')?.label).toContain('0 of');
    expect(facts.get('host-user')?.label).toContain('root');
    expect([...facts.keys()]).toEqual(
      expect.arrayContaining(['host-capabilities', 'host-seccomp', 'host-no-new-privileges']),
    );
  });

  it('becomes a run of the lab, and says what such a run leaves out', async () => {
    const { instance } = await found([program, 'run', ...FLAGS, GROW, ...HOLD]);
    const { request, leftOut } = await instance.asRun();
    expect(request).toEqual({
      runtime: 'wasmtime',
      workload: { kind: 'module', ref: GROW, args: HOLD },
      limits: { memoryBytes: 67108864 },
      grants: {
        env: { A: '1' },
        volumes: [{ hostPath: files.folder, guestPath: '/in', readOnly: false }],
        network: 'none',
      },
    });
    expect(leftOut).toEqual(['The option -O opt-level=1.', 'Its standard input.']);
  });

  it('has logs where its output is a file: the last lines, each new one, and an end', async () => {
    const path = join(files.folder, 'out.log');
    const { instance } = await found(logging(path, '2>&1'));
    await expect.poll(() => readFileSync(path, 'utf8')).toBe('1 MiB\n');
    const lines: LogLine[] = [];
    const over = instance.logs({ tail: 10, signal: new AbortController().signal }, (more) => {
      lines.push(...more);
    });
    await expect.poll(() => lines.map(({ text }) => text)).toEqual(['1 MiB']);
    appendFileSync(path, 'grüße\n\u001b[31mlast');
    await expect.poll(() => lines.map(({ text }) => text)).toEqual(['1 MiB', 'grüße']);
    await instance.act('kill');
    await over;
    expect(lines.map(({ stream, text }) => [stream, text])).toEqual([
      ['stdout', '1 MiB'],
      ['stdout', 'grüße'],
      ['stdout', '\u001b[31mlast'],
    ]);
  });

  it('has as many of the last lines as are asked for', async () => {
    const path = join(files.folder, 'long.log');
    writeFileSync(path, Array.from({ length: 50_000 }, (_, at) => `line ${at}\n`).join(''));
    const append = `2>> ${join(files.folder, 'err.log')}`;
    const { instance } = await found(
      logging(`> ${path}`, append).map((text) => text.replace('> >', '>>')),
    );
    await expect.poll(() => readFileSync(path, 'utf8').endsWith('1 MiB\n')).toBe(true);
    for (const tail of [3, 0]) {
      const lines: LogLine[] = [];
      await instance.logs({ tail, signal: AbortSignal.abort() }, (more) => {
        lines.push(...more);
      });
      const expected = ['line 49998', 'line 49999', '1 MiB'].slice(0, tail);
      expect(lines.map(({ text }) => text)).toEqual(expected);
    }
  });

  it('has none where nobody keeps its output, and says who reads it', async () => {
    const watched = Watched.start(createProcessSource());
    const pipeline = '"$@" | cat > /dev/null';
    const job = await inShell(['/bin/sh', '-c', pipeline, 'sh', program, 'run', GROW, ...HOLD]);
    const instance = await watched.until(() =>
      [...watched.instances.values()].find(({ view }) => parentOf(view.pid) === job.pid),
    );
    onTestFinished(() => instance.act('kill'));
    const signal = new AbortController().signal;
    await expect(instance.logs({ tail: 10, signal }, () => undefined)).rejects.toMatchObject({
      code: 'no-logs',
      message: expect.stringMatching(/a pipe to cat \(pid \d+\)/) as string,
    });
  });
});

/** Undefined of one that has ended meanwhile: others of this machine come and go. */
function parentOf(pid = 0): number | undefined {
  try {
    return Number(/^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

describe.runIf(program !== '')("another user's Wasm process", () => {
  const isRoot = process.getuid?.() === 0;
  let built: string;
  beforeAll(async () => {
    built = await bundle('src-main/runtimes/processes/index.ts', 'processes');
  });

  it('is found by its names, with what anybody may read and nothing else', async () => {
    if (!isRoot) {
      uncovered("another user's Wasm process", 'only root can become another user');
      return;
    }
    const job = await inShell([program, 'run', GROW, ...HOLD]);
    await job.line();
    const child = join(ROOT, 'test/support/processes/as-nobody-child.mjs');
    const { stdout } = await run(process.execPath, [child, built, String(job.pid)]);
    const seen = JSON.parse(stdout) as Record<string, unknown>;
    expect(seen['view']).toMatchObject({
      name: 'grow.wasm',
      runtime: 'wasmtime',
      state: 'running',
    });
    const { memory } = seen['reading'] as { memory: object };
    expect(memory).toMatchObject({ rssBytes: expect.any(Number) as number });
    expect(memory).not.toHaveProperty('linearBytes');
    expect(seen['configuration']).not.toContain('Environment');
    expect(seen['processes']).toMatchObject([{ pid: job.pid }]);
    expect(seen['stop']).toMatchObject({
      code: 'action-failed',
      message: expect.stringContaining('EPERM') as string,
    });
    expect(seen['logs']).toMatchObject({ code: 'no-logs' });
  });
});
