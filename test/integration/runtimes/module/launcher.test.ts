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
import { Launchers } from '../../../../src-main/runtimes/module/launcher/launchers.js';
import type { ReadyLauncher } from '../../../../src-main/runtimes/module/launcher/ready-launcher.js';
import { spawnGuest } from '../../../../src-main/runtimes/module/spawn-guest.js';
import { LAUNCHER, LAUNCHERS } from '../../../support/paralelo.js';
import { rejectionOf } from '../../../support/refusal.js';
import { uncovered } from '../../../support/uncovered.js';

const path = LAUNCHER;
if (path === undefined) uncovered('the launcher of guests', 'there is none for this machine');

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'paralelo-launcher-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function ready(withChannel = false): Promise<ReadyLauncher> {
  const launcher = await LAUNCHERS.ready({ withChannel });
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

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number);

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
      const stdio = ['ignore', 'ignore', 'ignore', ...Array(12).fill('pipe')];
      const source = spawn(path, ['3'], { stdio, detached: true });
      const [used, waiting] = [source.stdio[3], source.stdio[7]];
      waiting.once('data', () => used.write('r'));
      waiting.write('r');
      used.once('data', () => {
        used.once('data', (told) => console.log(String(told).split(' ')[1], source.pid));
        used.write(Buffer.from(order, 'hex'));
      });`;
    const order = encodeOrder(shell('sleep 600 & wait')).toString('hex');
    const child = spawn(process.execPath, ['-e', lab, path ?? '', order]);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const [guest = 0, source = 0] = line.toString().trim().split(' ').map(Number);
    const launchers = childrenOf(source);
    expect(launchers).toContain(parentOf(guest));
    expect(launchers).toHaveLength(2);
    const all = [source, ...launchers, guest, ...childrenOf(guest)];
    expect(all.filter(runs)).toEqual(all);
    child.kill('SIGKILL');
    for (const pid of all) await untilGone(pid);
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

describe.skipIf(path === undefined)('the source of launchers', () => {
  const sourceOf = (guest: GuestProcess): number => parentOf(parentOf(guest.pid));

  test('has as many as are wanted, also at once, and each has its own program alone', async () => {
    const own = new Launchers(path);
    const words = Array.from({ length: 50 }, (_, at) => `word ${String(at)}`);
    const printed = await Promise.all(
      words.map(async (word, at) => {
        const withChannel = at % 2 === 0;
        const launcher = await own.ready({ withChannel });
        const guest = await spawnGuest(program('/bin/echo', word), { withChannel, launcher });
        guest.stderr.resume();
        const text = await textOf(guest.stdout);
        expect(await guest.ended).toMatchObject({ code: 0 });
        return text.trim();
      }),
    );
    expect(printed).toEqual(words);
    await own.close();
  });

  test('that is closed lets its programs end by themselves, and is gone then', async () => {
    const own = new Launchers(path);
    const asked = { withChannel: true };
    const waits = shell('read -r word <&3; echo "$word"');
    const guest = await spawnGuest(waits, { ...asked, launcher: await own.ready(asked) });
    const source = sourceOf(guest);
    await own.close();
    guest.stderr.resume();
    guest.channel?.write('late\n');
    expect(await textOf(guest.stdout)).toBe('late\n');
    expect(await guest.ended).toMatchObject({ code: 0 });
    await untilGone(source);
  });

  test('that somebody has killed takes its programs with it, and there is another one', async () => {
    const own = new Launchers(path);
    const guest = await spawnGuest(program('/bin/sleep', '600'), { launcher: await own.ready() });
    guest.stdout.resume();
    guest.stderr.resume();
    process.kill(sourceOf(guest), 'SIGKILL');
    expect(await guest.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
    await untilGone(guest.pid);
    const next = await spawnGuest(shell('exit 3'), { launcher: await own.ready() });
    next.stdout.resume();
    next.stderr.resume();
    expect(await next.ended).toMatchObject({ code: 3 });
    await own.close();
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
    for (const none of [broken, join(folder, 'absent'), '/bin/true', undefined]) {
      expect(await new Launchers(none).ready()).toBeUndefined();
    }
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
