import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProcessSource } from '../../../../src-main/runtimes/processes/index.js';
import { Scanner } from '../../../../src-main/runtimes/processes/scan/scanner.js';
import { Watched } from '../../../support/processes/watched.js';
import { capturedText, makeTree, put } from '../../metrics/kernel-files.js';

const STAT = capturedText('docker-default/proc/25763/stat');

/** The stat of a real process, with another beginning and another state. */
function stat(pid: number, comm: string, startTicks: number, state = 'S'): string {
  const fields = STAT.slice(STAT.lastIndexOf(')') + 2).split(' ');
  fields[0] = state;
  fields[19] = String(startTicks);
  return `${pid} (${comm}) ${fields.join(' ')}`;
}

class Tree {
  readonly root = makeTree({ stat: 'cpu  0\nbtime 1700000000\n' });

  run(pid: number, executable: string, args: string[], startTicks = 500): void {
    const comm = executable.split('/').at(-1) ?? '';
    put(this.root, `${pid}/stat`, stat(pid, comm, startTicks));
    put(this.root, `${pid}/comm`, `${comm}\n`);
    put(this.root, `${pid}/cmdline`, [executable, ...args].map((text) => `${text}\0`).join(''));
    symlinkSync(executable, join(this.root, String(pid), 'exe'));
    symlinkSync('/srv/app', join(this.root, String(pid), 'cwd'));
  }

  exec(pid: number, executable: string, args: string[]): void {
    unlinkSync(join(this.root, String(pid), 'exe'));
    unlinkSync(join(this.root, String(pid), 'cwd'));
    this.run(pid, executable, args);
  }

  end(pid: number): void {
    // What is open of a process that has ended answers nothing any more.
    put(this.root, `${pid}/stat`, '');
    rmSync(join(this.root, String(pid)), { recursive: true });
  }

  scanner(): Scanner {
    const scanner = new Scanner(this.root);
    onTestFinished(() => scanner.close());
    return scanner;
  }

  watch(): Watched {
    return Watched.start(createProcessSource({ procRoot: this.root, periodMs: 10 }));
  }
}

describe('a scan', () => {
  it('finds a runtime whose file was replaced meanwhile, and nothing else', () => {
    const tree = new Tree();
    tree.run(10, '/usr/bin/wasmtime (deleted)', ['x.wasm']);
    tree.run(11, '/bin/sh', ['wasmtime', 'x.wasm']);
    tree.run(12, '/usr/bin/node', ['server.js']);
    put(tree.root, '13/stat', stat(13, 'kthreadd', 1));
    mkdirSync(join(tree.root, 'sys'));
    expect(tree.scanner().scan()).toMatchObject([{ pid: 10, startTicks: 500 }]);
  });

  it.each([
    ['/usr/bin/wasmtime', ['x.wasm']],
    ['/usr/bin/node', ['host.mjs', 'x.wasm']],
  ])('looks again at %s when it was seen before its exec was over', (executable, args) => {
    const tree = new Tree();
    tree.run(10, executable, args);
    put(tree.root, '10/statm', '2877384 1 1 1 0 1 0\n');
    put(tree.root, '10/maps', capturedText('maps/node20-3-pages.txt'));
    const whole = readFileSync(join(tree.root, '10/cmdline'));
    put(tree.root, '10/cmdline', '');
    const scanner = tree.scanner();
    scanner.scan();
    writeFileSync(join(tree.root, '10/cmdline'), whole);
    const [sighting] = scanner.scan() ?? [];
    expect(sighting?.tracked.recognised.line.module).toBe('x.wasm');
  });

  it('looks for the memory of a JavaScript host again when its size has jumped', () => {
    const tree = new Tree();
    tree.run(10, '/usr/bin/node', ['h.mjs', 'x.wasm']);
    put(tree.root, '10/statm', '180000 1 1 1 0 1 0\n');
    put(tree.root, '10/maps', '7f0000000000-7f0000010000 rw-p 00000000 00:00 0 \n');
    const scanner = tree.scanner();
    expect(scanner.scan()).toEqual([]);
    put(tree.root, '10/maps', capturedText('maps/node20-3-pages.txt'));
    expect(scanner.scan()).toEqual([]);
    put(tree.root, '10/statm', '2877384 1 1 1 0 1 0\n');
    expect(scanner.scan()).toMatchObject([{ pid: 10 }]);
  });

  it('says that processes cannot be listed where there is no such folder', () => {
    expect(new Scanner('/nowhere').scan()).toBeUndefined();
  });
});

describe('the source', () => {
  it('describes a process as its command line and its folder do', async () => {
    const tree = new Tree();
    tree.run(10, '/usr/bin/wasmtime', ['run', '--dir', '.', 'bin/x.wasm', 'a', 'b']);
    const watched = tree.watch();
    const { view } = await watched.until(() => watched.ofPid(10));
    expect(view).toMatchObject({
      id: '10-500',
      name: 'x.wasm',
      program: '/srv/app/bin/x.wasm',
      args: ['a', 'b'],
      startedAtIso: new Date(1700000005000).toISOString(),
    });
    expect(watched.events).toEqual([]);
    expect(watched.origins).toEqual([
      { id: 'processes', name: 'Processes of this machine', isListed: true },
    ]);
  });

  it('takes another process with the same pid for another instance', async () => {
    // A real process, so that a signal to the wrong one would be seen.
    const child = spawn('sleep', ['600']);
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = once(child, 'exit');
    const pid = child.pid ?? expect.fail('not started');
    const tree = new Tree();
    tree.run(pid, '/usr/bin/wasmtime', ['x.wasm']);
    const watched = tree.watch();
    const first = await watched.until(() => watched.ofPid(pid));
    tree.end(pid);
    tree.run(pid, '/usr/bin/wasmtime', ['x.wasm'], 900);
    await watched.until(() => watched.goneIds.includes(`${pid}-500`));
    const second = await watched.until(() => watched.instances.get(`${pid}-900`));
    expect(second.life).not.toBe(first.life);
    // What was opened for the first reads nothing of the second.
    const meter = first.openMeter({ fineMemory: true });
    onTestFinished(() => meter.close());
    expect(meter.read()).toBeUndefined();
    await expect(first.act('kill')).rejects.toMatchObject({ code: 'unknown-instance' });
    child.kill('SIGINT');
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(watched.events.map(({ action, instanceId }) => [instanceId, action])).toEqual([
      [`${pid}-500`, 'exit'],
      [`${pid}-900`, 'start'],
    ]);
  });

  it('begins a new life when the process becomes another program', async () => {
    const tree = new Tree();
    tree.run(10, '/usr/bin/wasmtime', ['x.wasm']);
    const watched = tree.watch();
    const first = await watched.until(() => watched.ofPid(10));
    tree.exec(10, '/usr/bin/wazero', ['run', 'y.wasm']);
    const second = await watched.until(() => {
      const now = watched.ofPid(10);
      return now?.view.name === 'y.wasm' && now;
    });
    expect(second.view.id).toBe(first.view.id);
    expect(second.life).not.toBe(first.life);
    tree.exec(10, '/bin/sleep', ['600']);
    await watched.until(() => watched.goneIds.includes(first.view.id));
  });

  it('says what is wrong while processes cannot be listed, and lists them afterwards', async () => {
    const tree = new Tree();
    const procRoot = join(tree.root, 'later');
    const watched = Watched.start(createProcessSource({ procRoot, periodMs: 10 }));
    const { problem } = await watched.until(() => watched.origins.at(-1));
    expect(problem).toMatchObject({ code: 'not-supported-here' });
    mkdirSync(procRoot);
    await watched.until(() => watched.origins.at(-1)?.problem === undefined);
  });

  it('cuts long arguments, and takes names as they are', async () => {
    const tree = new Tree();
    const name = `<img src=x>\u202egpj.wasm`;
    tree.run(10, '/usr/bin/wasmtime', [name, 'a'.repeat(3000), 'b'.repeat(3000), 'c']);
    const watched = tree.watch();
    const { view } = await watched.until(() => watched.ofPid(10));
    expect(view.name).toBe(name);
    expect(view.args.map((text) => text.length)).toEqual([3000, 1095]);
  });
});

describe('a process that has been there for long', () => {
  it('is noticed in the next scan when it was a shell, and else when its turn comes', () => {
    const tree = new Tree();
    for (let pid = 100; pid < 300; pid += 1) tree.run(pid, '/bin/sleep', ['600']);
    tree.run(300, '/bin/bash', []);
    const scanner = tree.scanner();
    for (let scans = 0; scans < 10; scans += 1) expect(scanner.scan()).toEqual([]);
    tree.exec(300, '/usr/bin/wasmtime', ['x.wasm']);
    expect(scanner.scan()).toMatchObject([{ pid: 300 }]);
    tree.exec(150, '/usr/bin/wazero', ['run', 'x.wasm']);
    const found = Array.from({ length: 4 }, () => scanner.scan()?.length);
    expect(found.at(-1)).toBe(2);
  });
});
