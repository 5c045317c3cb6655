import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createProcessSource } from '../../../../src-main/runtimes/processes/index.js';
import type { FoundInstance } from '../../../../src-main/runtimes/instances.js';
import { wasmtime } from '../../../../src-main/runtimes/command/engines/wasmtime.js';
import { Scanner } from '../../../../src-main/runtimes/processes/scan/scanner.js';
import { engineProgram } from '../../../support/command/engines.js';
import {
  GROW,
  guestFiles,
  HOSTS,
  MOST_PAGES,
  PAGE,
  PAGES,
  STARTERS,
} from '../../../support/processes/guests.js';
import { inShell } from '../../../support/processes/shell.js';
import { Watched } from '../../../support/processes/watched.js';

/** Node's types leave it out. */
const { Memory } = WebAssembly as unknown as {
  Memory: new (pages: { initial: number; maximum: number }) => { buffer: ArrayBuffer };
};
const files = guestFiles();
afterAll(() => files.remove());

function watch(): Watched {
  return Watched.start(createProcessSource());
}

/** Reads until the guest has come so far that its memory is as expected, and says what it was at last. */
async function linearBytes(instance: FoundInstance, wanted: number): Promise<number | undefined> {
  const meter = instance.openMeter({ fineMemory: true });
  onTestFinished(() => meter.close());
  let seen: number | undefined;
  for (let left = 200; left > 0 && seen !== wanted; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    seen = meter.read()?.memory.linearBytes ?? seen;
  }
  return seen;
}

function smapsRss(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
  return Number(/^Rss:\s+(\d+) kB$/m.exec(text)?.[1]) * 1024;
}

describe.each(STARTERS)('a guest of $engine.id started from a shell', (starter) => {
  const { engine, showsMemory } = starter;
  const program = engineProgram(engine);

  it.runIf(program !== undefined)('is found, and is gone when it has ended', async () => {
    const watched = watch();
    await watched.until(() => watched.origins.at(-1)?.isListed);
    const args = ['--to', '20m', '--step', '20m', '--hold', '600s'];
    const job = await inShell(starter.command(program ?? '', GROW, args));
    const { view, life } = await watched.until(() => watched.ofPid(job.pid));
    expect(view).toMatchObject({
      kind: 'wasm',
      name: 'grow.wasm',
      runtime: engine.id,
      program: GROW,
      args,
      state: 'running',
      isOfLab: false,
      isProtected: false,
      actions: ['stop', 'kill'],
    });
    expect(life).toBe(view.id);
    expect(Math.abs(Date.parse(view.startedAtIso ?? '') - Date.now())).toBeLessThan(60_000);
    expect(await job.line()).toBe('20 MiB');
    await watched.ofPid(job.pid)?.act('kill');
    await watched.until(() => watched.goneIds.includes(view.id));
    const mine = watched.events.filter(({ instanceId }) => instanceId === view.id);
    expect(mine.map(({ action }) => action)).toEqual(['start', 'exit']);
  });

  it.runIf(program !== undefined)('has the numbers that the guest and the kernel say', async () => {
    const watched = watch();
    const job = await inShell(starter.command(program ?? '', files.spinning, []));
    const instance = await watched.until(() => watched.ofPid(job.pid));
    const expected = showsMemory ? PAGES * PAGE : undefined;
    expect(await linearBytes(instance, PAGES * PAGE)).toBe(expected);
    const fine = instance.openMeter({ fineMemory: true });
    const coarse = instance.openMeter({ fineMemory: false });
    onTestFinished(() => [fine, coarse].forEach((meter) => meter.close()));
    // Nothing changes any more: readings one after the other are of the same state.
    process.kill(job.pid, 'SIGSTOP');
    await watched.until(() => watched.ofPid(job.pid)?.view.state === 'paused');
    // With it the module's maximum is known.
    await instance.configuration();
    const reading = fine.read();
    expect(reading?.memory.rssBytes).toBe(smapsRss(job.pid));
    expect(reading?.memory.linearMaxBytes).toBe(MOST_PAGES * PAGE);
    const memory = coarse.read()?.memory;
    const psBytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(job.pid)])) * 1024;
    expect(memory?.rssBytes).toBe(psBytes);
    expect(memory).not.toHaveProperty('pssBytes');
    const seconds = execFileSync('ps', ['-o', 'cputimes=', '-p', String(job.pid)], {
      encoding: 'utf8',
    });
    expect(Math.floor((reading?.cpuTimeMs ?? NaN) / 1000)).toBe(Number(seconds));
    process.kill(job.pid, 'SIGCONT');
    await watched.until(() => watched.ofPid(job.pid)?.view.state === 'running');
  });
});

describe.each(HOSTS)('$id with a linear memory', ({ id, program, flags }) => {
  const path = program();
  const guest = [
    path ?? '',
    ...flags,
    files.host,
    GROW,
    '--to',
    '5m',
    '--step',
    '5m',
    '--hold',
    '600s',
  ];

  it.runIf(path !== undefined)('is found with the module among its arguments', async () => {
    const watched = watch();
    const job = await inShell(guest);
    expect(await job.line()).toBe('5 MiB');
    const said = Number((await job.line()).replace('memory ', ''));
    const instance = await watched.until(() => watched.ofPid(job.pid));
    expect(instance.view).toMatchObject({ runtime: id, name: 'grow.wasm', program: GROW });
    expect(await linearBytes(instance, said)).toBe(said);
    await expect(instance.asRun()).resolves.toMatchObject({
      request: { runtime: id, workload: { ref: GROW, args: [] } },
    });
  });

  it.runIf(path !== undefined)('is not listed as long as it has none', async () => {
    const watched = watch();
    const script = join(files.folder, 'plain.mjs');
    writeFileSync(script, "console.log('here'); setInterval(() => undefined, 1000);");
    const job = await inShell([path ?? '', ...flags, script]);
    expect(await job.line()).toBe('here');
    const witness = await inShell(guest);
    await watched.until(() => watched.ofPid(witness.pid));
    expect(watched.ofPid(job.pid)).toBeUndefined();
  });
});

describe('a process that only looks like one', () => {
  const program = engineProgram(wasmtime);
  const waiting = join(files.folder, 'go');
  execFileSync('mkfifo', [waiting]);

  it.runIf(program !== undefined)('is not listed: a shell named like a runtime', async () => {
    const watched = watch();
    const script = join(files.folder, 'wasmtime');
    const text = `#!/bin/sh\necho here\nread line < ${waiting}\n`;
    writeFileSync(script, text, { mode: 0o755 });
    const job = await inShell([script, 'run', 'x.wasm']);
    expect(await job.line()).toBe('here');
    const witness = await inShell([program ?? '', 'run', files.spinning]);
    await watched.until(() => watched.ofPid(witness.pid));
    expect(watched.ofPid(job.pid)).toBeUndefined();
  });

  it.runIf(program !== undefined)(
    'is not listed: a Node that has only fetched, nor the process that watches',
    async () => {
      const watched = watch();
      const own = new Memory({ initial: 64, maximum: 128 });
      const script = "fetch('http://127.0.0.1:1').catch(() => console.log('fetched'))";
      const stays = 'setInterval(() => undefined, 1000)';
      const job = await inShell([process.execPath, '-e', `${stays}; ${script}`]);
      expect(await job.line()).toBe('fetched');
      const witness = await inShell([program ?? '', 'run', files.spinning]);
      await watched.until(() => watched.ofPid(witness.pid));
      expect(watched.ofPid(job.pid)).toBeUndefined();
      expect(watched.ofPid(process.pid)).toBeUndefined();
      expect(own.buffer.byteLength).toBe(64 * PAGE);
    },
  );

  it.runIf(program !== undefined)('is noticed once it has become one, long after', async () => {
    const scanner = new Scanner('/proc');
    onTestFinished(() => scanner.close());
    const script = 'echo here; read line < "$0"; exec "$@"';
    const command = [program ?? '', 'run', files.spinning];
    const job = await inShell(['/bin/sh', '-c', script, waiting, ...command]);
    expect(await job.line()).toBe('here');
    const find = () => scanner.scan()?.find(({ pid }) => pid === job.pid);
    for (let scans = 0; scans < 10; scans += 1) expect(find()).toBeUndefined();
    writeFileSync(waiting, 'go\n');
    await expect.poll(() => readlinkSync(`/proc/${job.pid}/exe`)).toBe(program);
    expect(find()).toMatchObject({ pid: job.pid, isPaused: false });
  });
});
