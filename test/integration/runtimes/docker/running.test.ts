import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dockerRuntimes } from '../../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { inspectContainer } from '../../../../src-main/runtimes/docker/run/state.js';
import { isThere, theEngine } from '../../../support/docker/engine.js';
import { grants, run, shell, start, twin } from '../../../support/docker/run.js';
import { importShellImage } from '../../../support/docker/shell-image.js';

let engine: Engine;
let folder: string;

beforeAll(async () => {
  engine = await theEngine();
  await importShellImage(engine);
  folder = await mkdtemp(join(tmpdir(), 'paralelo-docker-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  engine.client.close();
});

describe('a container', () => {
  it('runs hello on every OCI runtime that works here, and leaves nothing behind', async () => {
    const runtimes = dockerRuntimes([engine]).filter(({ info }) => info.available);
    expect(runtimes.map(({ info }) => info.id)).toContain('docker:runc');
    for (const { info } of runtimes) {
      const { ending, observer, prepared } = await run(engine, twin('hello'), { runtime: info.id });
      expect(ending).toMatchObject({ kind: 'exited', code: 0 });
      expect(observer.stdout).toBe('hello\n');
      expect(prepared.workload.digest).toMatch(/^sha256:/);
      expect(await isThere(engine, observer.container)).toBe(false);
    }
  });

  it('reports its phases in order, each saying what ends it', async () => {
    const { observer, ending } = await run(engine, twin('hello'));
    expect(observer.phases.map(({ name }) => name)).toEqual(['create', 'start', 'main', 'exit']);
    const times = [...observer.phases.map(({ atMs }) => atMs), ending.atMs];
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const { bound } of observer.phases) expect(bound).not.toBe('');
  });

  it('keeps stdout and stderr apart', async () => {
    const { observer } = await run(engine, shell('echo out; echo err >&2; echo more'));
    expect(observer.stdout).toBe('out\nmore\n');
    expect(observer.stderr).toBe('err\n');
  });

  it.each([0, 1, 42])('gives the exit code %i of its program', async (code) => {
    const { ending } = await run(engine, shell(`exit ${code}`));
    expect(ending).toMatchObject({ kind: 'exited', code });
  });

  it('names the signal that ended its program', async () => {
    const { ending } = await run(engine, shell('sh -c "kill -SEGV \\$\\$"; exit $?'));
    expect(ending).toMatchObject({ kind: 'signalled', code: 139, signal: 'SIGSEGV' });
  });

  it('gets its arguments and environment unchanged', async () => {
    const odd = ['a b', '', '$HOME', 'é"\''];
    const wishes = { grants: grants({ env: { GREETING: 'hello = world', EMPTY: '' } }) };
    const script = 'for a in "$@"; do echo "[$a]"; done; echo "$GREETING/${EMPTY-unset}/"';
    const { observer } = await run(engine, shell(script, ...odd), wishes);
    expect(observer.stdout).toBe(`${odd.map((arg) => `[${arg}]`).join('\n')}\nhello = world//\n`);
  });

  it('reads a file of the host as its standard input, to its end', async () => {
    const stdinPath = join(folder, 'stdin');
    const content = 'line of input\n'.repeat(20_000);
    await writeFile(stdinPath, content);
    const { observer, ending } = await run(engine, shell('cat'), { grants: grants({ stdinPath }) });
    expect(ending).toMatchObject({ kind: 'exited', code: 0 });
    expect(observer.stdout).toBe(content);
  });

  it('ends as usual when it does not read its standard input', async () => {
    const stdinPath = join(folder, 'unread');
    await writeFile(stdinPath, Buffer.alloc(8 << 20));
    const { ending } = await run(engine, shell('exit 3'), { grants: grants({ stdinPath }) });
    expect(ending).toMatchObject({ kind: 'exited', code: 3 });
  });

  it('has no standard input unless one is given', async () => {
    const { observer } = await run(engine, shell('cat; echo end'));
    expect(observer.stdout).toBe('end\n');
  });

  it('writes to a directory that is granted, and not to one that is read-only', async () => {
    await writeFile(join(folder, 'given'), 'from the host\n');
    const volumes = [
      { hostPath: folder, guestPath: '/rw', readOnly: false },
      { hostPath: folder, guestPath: '/ro', readOnly: true },
    ];
    const script = 'cat /ro/given; echo guest > /rw/made; echo x > /ro/refused';
    const { observer, ending } = await run(engine, shell(script), { grants: grants({ volumes }) });
    expect(observer.stdout).toBe('from the host\n');
    expect(observer.stderr).toMatch(/read-only/i);
    expect(ending.code).not.toBe(0);
    expect(await readFile(join(folder, 'made'), 'utf8')).toBe('guest\n');
  });

  it('is ended at once by kill, also twice, also after its end', async () => {
    const { live, observer } = await start(engine, shell('echo up; while :; do sleep 60; done'));
    await observer.printed('up');
    await Promise.all([live.kill(), live.kill()]);
    expect(await live.ended).toMatchObject({ kind: 'signalled', signal: 'SIGKILL' });
    await live.kill();
    expect(await isThere(engine, observer.container)).toBe(false);
  });

  it('is ended by kill also while it is frozen', async () => {
    const { live, observer } = await start(engine, shell('echo up; while :; do sleep 60; done'));
    await observer.printed('up');
    await live.pause?.();
    expect((await inspectContainer(engine, observer.container)).inspect).toMatchObject({
      State: { Paused: true },
    });
    await live.kill();
    expect(await live.ended).toMatchObject({ kind: 'signalled', signal: 'SIGKILL' });
    expect(await isThere(engine, observer.container)).toBe(false);
  });

  it('delivers all of a gibibyte of output, keeping none of it in memory', async () => {
    const bytes = 1 << 30;
    const before = process.memoryUsage.rss();
    const started = await start(engine, shell(`head -c ${bytes} /dev/zero`));
    expect(await started.live.ended).toMatchObject({ kind: 'exited', code: 0 });
    expect(started.observer.written.stdout).toBe(bytes);
    expect(process.memoryUsage.rss() - before).toBeLessThan(256 << 20);
  });
});
