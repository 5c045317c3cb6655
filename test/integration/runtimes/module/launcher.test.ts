import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monotonicMs } from '../../../../src-main/metrics/index.js';
import type {
  GuestProcess,
  GuestProcessStart,
} from '../../../../src-main/runtimes/module/guest-process.js';
import { encodeOrder } from '../../../../src-main/runtimes/module/launcher/protocol.js';
import { readyLauncher } from '../../../../src-main/runtimes/module/launcher/ready-launcher.js';
import type { ReadyLauncher } from '../../../../src-main/runtimes/module/launcher/ready-launcher.js';
import { spawnGuest } from '../../../../src-main/runtimes/module/spawn-guest.js';
import { LAUNCHER } from '../../../support/paralelo.js';
import { rejectionOf } from '../../../support/refusal.js';
import { uncovered } from '../../../support/uncovered.js';

const path = LAUNCHER;
if (path === undefined) uncovered('the launcher of guests', 'there is none for this machine');

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'paralelo-launcher-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function ready(withChannel = false): Promise<ReadyLauncher> {
  const launcher = await readyLauncher(path, { withChannel });
  if (launcher === undefined) throw new Error('the launcher does not run here');
  return launcher;
}

const program = (executable: string, ...args: string[]): GuestProcessStart => ({
  ...{ executable, args, env: { GRANTED: 'yes' }, cwd: folder },
});
const shell = (script: string): GuestProcessStart => program('/bin/sh', '-c', script);

async function launch(start: GuestProcessStart, withChannel = false): Promise<GuestProcess> {
  return await spawnGuest(start, { withChannel, launcher: await ready(withChannel) });
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of stream.setEncoding('utf8')) text += String(part);
  return text;
}

/** What a program printed, once it has ended. */
async function output(start: GuestProcessStart): Promise<string> {
  const guest = await launch(start);
  guest.stderr.resume();
  const text = await textOf(guest.stdout);
  await guest.ended;
  return text;
}

async function endOf(start: GuestProcessStart) {
  const guest = await launch(start);
  guest.stdout.resume();
  guest.stderr.resume();
  return { guest, end: await guest.ended };
}

/** A zombie whose parent has not looked yet is gone for us. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<void> {
  while (runs(pid)) await new Promise((resolve) => setImmediate(resolve));
}

const parentOf = (pid: number): number =>
  Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]);

describe.skipIf(path === undefined)('a process that the launcher started', () => {
  test('has exactly the arguments, environment and directory that it was given', async () => {
    const words = ['', 'two words', 'ünï', '\n', 'x'.repeat(100_000)];
    expect(await output(program('/usr/bin/printf', '%s\\0', ...words))).toBe(
      words.map((word) => `${word}\0`).join(''),
    );
    const environment = await output(program('/usr/bin/env'));
    expect(environment.trim().split('\n').sort()).toEqual([
      'GRANTED=yes',
      expect.stringMatching(/^PARALELO_OWNER=/),
    ]);
    expect(await output(program('/bin/pwd'))).toBe(`${folder}\n`);
  });

  test('leads a group in the session of its launcher, has no descriptor too many and no signal blocked', async () => {
    const stat = await output(program('/bin/cat', '/proc/self/stat', '/proc/self/status'));
    const [pid, , , launcher, group, session] = stat.split(' ');
    expect([group, session]).toEqual([pid, launcher]);
    expect(stat).toMatch(/^SigBlk:\s+0+$/m);
    expect(stat).toMatch(/^SigIgn:\s+0+$/m);
    const descriptors = program('/bin/ls', '/proc/self/fd');
    const plain = await textOf((await spawnGuest(descriptors)).stdout);
    expect(await output(descriptors)).toBe(plain);
  });

  test('ends with its exit code, or with the name of its signal', async () => {
    expect((await endOf(shell('exit 7'))).end).toMatchObject({ code: 7, signal: null });
    expect((await endOf(shell('exit 255'))).end).toMatchObject({ code: 255, signal: null });
    for (const signal of ['SIGABRT', 'SIGSEGV', 'SIGTERM', 'SIGKILL']) {
      const { end } = await endOf(shell(`ulimit -c 0; kill -${signal.slice(3)} $$`));
      expect(end).toMatchObject({ code: null, signal });
    }
  });

  test('began after it was asked for, and ended before that was heard', async () => {
    const launcher = await ready();
    const askedAtMs = monotonicMs();
    const guest = await spawnGuest(program('/bin/true'), { launcher });
    guest.stdout.resume();
    guest.stderr.resume();
    const { atMs } = await guest.ended;
    const { forkedAtMs = Number.NaN, beganAtMs = Number.NaN } = guest;
    const times = [askedAtMs, forkedAtMs, beganAtMs, atMs, monotonicMs()];
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test('is still in /proc for whoever waited for its start, however short it lives', async () => {
    for (let time = 0; time < 20; time += 1) {
      const guest = await launch(program('/bin/true'));
      expect(existsSync(`/proc/${String(guest.pid)}/stat`)).toBe(true);
      guest.stdout.resume();
      guest.stderr.resume();
      await guest.ended;
      expect(existsSync(`/proc/${String(guest.pid)}`)).toBe(false);
    }
  });

  test('reads nothing from stdin, or the file that it was given from its beginning', async () => {
    expect(await output(program('/bin/cat'))).toBe('');
    const stdinPath = join(folder, 'input');
    writeFileSync(stdinPath, 'given\n');
    expect(await output({ ...program('/bin/cat'), stdinPath })).toBe('given\n');
  });

  test('writes 100 MB, of which nothing is lost', async () => {
    const guest = await launch(shell('head -c 100000000 /dev/zero; echo end >&2'));
    let bytes = 0;
    guest.stdout.on('data', (part: Buffer) => (bytes += part.length));
    expect(await textOf(guest.stderr)).toBe('end\n');
    expect(await guest.ended).toMatchObject({ code: 0 });
    expect(bytes).toBe(100_000_000);
  });

  test('speaks through the channel, both ways, as its descriptor 3', async () => {
    const guest = await launch(shell('read -r word <&3; echo "heard $word" >&3'), true);
    guest.stdout.resume();
    guest.stderr.resume();
    guest.channel?.write('this\n');
    expect(await textOf(guest.channel as Readable)).toBe('heard this\n');
    expect(await guest.ended).toMatchObject({ code: 0 });
  });

  test('is killed with every process of its group, and nothing of it is left', async () => {
    const guest = await launch(shell('sleep 600 & echo $!; wait'));
    guest.stderr.resume();
    const [line] = (await once(guest.stdout, 'data')) as [Buffer];
    const launcher = parentOf(guest.pid);
    guest.kill();
    guest.kill();
    expect(await guest.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
    await untilGone(Number(line.toString()));
    expect([guest.pid, launcher].filter(runs)).toEqual([]);
    guest.kill();
  });

  test('is stopped also when it has stopped itself', async () => {
    const guest = await launch(shell('echo here; kill -STOP $$'));
    guest.stderr.resume();
    await once(guest.stdout, 'data');
    guest.kill();
    expect(await guest.ended).toMatchObject({ signal: 'SIGKILL' });
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'ends with its launcher when somebody sends that %s',
    async (signal) => {
      const guest = await launch(program('/bin/sleep', '600'));
      guest.stdout.resume();
      guest.stderr.resume();
      process.kill(parentOf(guest.pid), signal);
      expect(await guest.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
      await untilGone(guest.pid);
    },
  );

  test('ends with its lab when that is killed, and so does a launcher that still waits', async () => {
    const lab = `
      const { spawn } = require('node:child_process');
      const [path, order] = process.argv.slice(1);
      const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
      const [used, waiting] = [1, 2].map(() => spawn(path, [], { stdio, detached: true }));
      used.stdio[3].once('data', () => {
        used.stdio[3].once('data', (told) => console.log(String(told).split(' ')[1], used.pid, waiting.pid));
        used.stdio[3].write(Buffer.from(order, 'hex'));
      });`;
    const order = encodeOrder(shell('sleep 600 & wait')).toString('hex');
    const child = spawn(process.execPath, ['-e', lab, path ?? '', order]);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const pids = line.toString().trim().split(' ').map(Number);
    expect(pids.filter(runs)).toEqual(pids);
    const ofGroup = readFileSync(
      `/proc/${String(pids[0])}/task/${String(pids[0])}/children`,
      'utf8',
    );
    child.kill('SIGKILL');
    for (const pid of [...pids, ...ofGroup.trim().split(' ').map(Number)]) await untilGone(pid);
  });
});

describe.skipIf(path === undefined)('what cannot be started', () => {
  test.each([
    ['a program that is not there', () => program('/no/such/program')],
    ['a file that may not be executed', () => program(join(folder, 'input'))],
    ['a working directory that is not there', () => ({ ...program('/bin/true'), cwd: '/no/such' })],
  ])('is told for %s as it is without a launcher', async (_, start) => {
    writeFileSync(join(folder, 'input'), 'no program');
    const plain = await rejectionOf(spawnGuest(start()));
    const launched = await rejectionOf(launch(start()));
    expect(plain.code).toBe('host-failed');
    expect(launched).toMatchObject({
      code: plain.code,
      message: plain.message,
      hint: plain.hint,
    });
  });

  test('is told for a file for stdin that has gone', async () => {
    const start = { ...program('/bin/cat'), stdinPath: join(folder, 'gone') };
    expect((await rejectionOf(launch(start))).message).toContain('gone ENOENT');
  });
});

describe.skipIf(path === undefined)('a launcher', () => {
  test('that is discarded ends, and starts nothing any more', async () => {
    const launcher = await ready();
    launcher.discard();
    launcher.discard();
    expect(launcher.isWaiting()).toBe(false);
  });

  test('that cannot run is none, and the lab forks', async () => {
    const broken = join(folder, 'launcher');
    writeFileSync(broken, 'no program', { mode: 0o755 });
    expect(await readyLauncher(broken)).toBeUndefined();
    expect(await readyLauncher(join(folder, 'absent'))).toBeUndefined();
    expect(await readyLauncher('/bin/true')).toBeUndefined();
    expect(await readyLauncher(undefined)).toBeUndefined();
    const guest = await spawnGuest(program('/bin/true'), { launcher: undefined });
    guest.stdout.resume();
    guest.stderr.resume();
    expect(await guest.ended).toMatchObject({ code: 0 });
  });

  test('that has ended before it was used is done without', async () => {
    const launcher = await ready();
    launcher.discard();
    const guest = await spawnGuest(shell('echo $PPID'), { launcher });
    guest.stderr.resume();
    expect(await textOf(guest.stdout)).toBe(`${String(process.pid)}\n`);
    expect(await guest.ended).toMatchObject({ code: 0 });
  });
});
