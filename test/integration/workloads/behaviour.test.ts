import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSize } from '../../../src-main/contract/index.js';
import { ended, printed, run, start } from '../../support/program.js';
import { nativeWorlds, wasmWorld } from '../../support/twin-worlds.js';
import { uncovered } from '../../support/uncovered.js';

const BIN = join(import.meta.dirname, '../../../resources/workloads/bin');
const MIB = 1024 ** 2;
const natives = nativeWorlds(BIN);

test('the executables of both architectures are among what is tested', () => {
  const tested = natives.map(({ name }) => name).join();
  for (const arch of ['amd64', 'arm64']) {
    if (!tested.includes(arch)) {
      uncovered(
        `behaviour of the linux-${arch} twins`,
        'this machine cannot run them; qemu-user can',
      );
    }
  }
});

describe.each([wasmWorld(BIN), ...natives])('$name', ({ command }) => {
  const output = async (twin: string, ...args: string[]) => run(command(twin, args));

  test('hello prints one line', async () => {
    expect(await output('hello')).toMatchObject({ stdout: 'hello\n', stderr: '', code: 0 });
  });

  test('hello tells when main was entered, by the clock of the host', async () => {
    const beforeMs = Date.now();
    const { stdout } = await output('hello', '--entry-time');
    const afterMs = Date.now() + 1;
    expect(stdout).toMatch(/^\d{19}\n$/);
    const enteredMs = Number(BigInt(stdout.trim()) / 1_000_000n);
    expect(enteredMs).toBeGreaterThanOrEqual(beforeMs);
    expect(enteredMs).toBeLessThanOrEqual(afterMs);
  });

  test('grow prints a line a step, the last step being what is left', async () => {
    const { stdout, code } = await output('grow', '--to', '3.5m', '--pace', '0ms');
    expect(stdout).toBe('1 MiB\n2 MiB\n3 MiB\n3584 KiB\n');
    expect(code).toBe(0);
  });

  test('grow says how far it came when more is refused, and ends by itself with 7', async () => {
    const args = ['--to', '128m', '--step', '1m', '--pace', '0ms'];
    const { stdout, stderr, code } = await run(command('grow', args, 64 * MIB));
    const lines = stdout.trimEnd().split('\n');
    const refused = /^refused at (\d+) bytes$/.exec(lines.pop() ?? '');
    const heldBytes = Number(refused?.[1]);
    expect(`${String(heldBytes / MIB)} MiB`).toBe(lines.at(-1));
    expect(lines).toHaveLength(heldBytes / MIB);
    expect(heldBytes).toBeLessThan(64 * MIB);
    expect({ stderr, code }).toEqual({ stderr: '', code: 7 });
  });

  test('grow holds what it has after a refusal as after an end', async () => {
    const args = ['--to', '128m', '--pace', '0ms', '--hold', '1h'];
    const child = start(command('grow', args, 64 * MIB));
    await printed(child, /refused at \d+ bytes\n$/);
    expect(child.exitCode).toBeNull();
    const end = once(child, 'close');
    child.kill('SIGKILL');
    expect(await end).toEqual([null, 'SIGKILL']);
  });

  test('grow that is to free says how much that was, after the top and also after a refusal', async () => {
    const args = ['--to', '3m', '--step', '2m', '--pace', '0ms', '--free'];
    expect(await run(command('grow', args))).toMatchObject({
      stdout: '2 MiB\n3 MiB\nfreed 3 MiB\n',
      code: 0,
    });
    const refused = ['--to', '4000000g', '--step', '4000000g', '--no-touch', '--free'];
    expect(await run(command('grow', refused))).toMatchObject({
      stdout: 'refused at 0 bytes\nfreed 0 MiB\n',
      code: 7,
    });
  });

  test('grow frees also in steps too small to be remembered', async () => {
    const args = ['--to', '9', '--step', '3', '--pace', '0ms', '--free'];
    expect((await run(command('grow', args))).stdout).toBe('3 B\n6 B\n9 B\nfreed 9 B\n');
  });

  test('grow is seen step by step while it runs', async () => {
    const child = start(command('grow', ['--to', '2m', '--pace', '1h']));
    const [first] = (await once(child.stdout?.setEncoding('utf8') ?? child, 'data')) as [string];
    expect(first).toBe('1 MiB\n');
    child.kill('SIGKILL');
    expect((await ended(child)).signal).toBe('SIGKILL');
  });

  test('grow cannot be asked for more than an address can name, and says so', async () => {
    const args = ['--to', '4000000g', '--step', '4000000g', '--no-touch'];
    expect(await run(command('grow', args))).toMatchObject({
      stdout: 'refused at 0 bytes\n',
      code: 7,
    });
  });

  test('spin counts its rounds for the time it was given', async () => {
    const { stdout, code } = await output('spin', '--for', '20ms');
    expect(Number(stdout)).toBeGreaterThan(0);
    expect(code).toBe(0);
  });

  test('spin that is to go on for ever is ended from outside, without a word', async () => {
    const child = start(command('spin', ['--forever']));
    await once(child, 'spawn');
    child.kill('SIGKILL');
    expect(await ended(child)).toEqual({ stdout: '', stderr: '', code: null, signal: 'SIGKILL' });
  });

  test.each([0, 1, 5000])('sum of %i steps is the one of its definition', async (steps) => {
    expect((await output('sum', '--n', String(steps))).stdout).toBe(`${checksum(steps)}\n`);
  });

  test('sum of many steps is the same as ever', async () => {
    expect((await output('sum', '--n', '10000000')).stdout).toBe('6c6aa06ed6043801\n');
  });

  test.each([
    [['args', 'a b', '"', 'ü', ''], { stdout: '[a b]\n["]\n[ü]\n[]\n', code: 0 }],
    [['streams'], { stdout: 'to stdout\n', stderr: 'to stderr\n', code: 0 }],
    [['exit', '42'], { stdout: '', code: 42 }],
    [['grow', '3m'], { stdout: 'all of it\n', code: 0 }],
    [
      ['read', '/none/such'],
      { stdout: expect.stringMatching(/^open failed: /) as string, code: 1 },
    ],
    [['flood', '20'], { stdout: '0000000000000000qrst', code: 0 }],
    [['sleep', '1ms'], { stdout: '', stderr: '', code: 0 }],
    [['dance'], { stderr: expect.stringContaining('cannot be done') as string, code: 2 }],
  ])('probe does what its first argument says: %j', async (args, expected) => {
    expect(await output('probe', ...args)).toMatchObject(expected);
  });

  test.each(['1500', '2k', '1.5KiB', '0.3 kib', '1 KB', ' 1024b ', '1e3', '1.k', '-1k', '5x', ''])(
    'grow reads the size "%s" as the lab does',
    async (size) => {
      const { stdout, code } = await output('grow', '--to', size, '--step', '1g');
      const bytes = parseSize(size);
      if (bytes === undefined) expect(code).toBe(2);
      else expect(parseSize(stdout)).toBe(bytes);
    },
  );

  test.each([
    ['hello', ['--nope'], 'there is no option "--nope"'],
    ['hello', ['hello'], 'there is no option "hello"'],
    ['grow', [], '--to is needed'],
    ['grow', ['--to'], '--to needs a size'],
    ['grow', ['--to', '0'], '--to is needed, above 0'],
    ['grow', ['--to', '1m', '--step', '0'], '--step must be above 0'],
    ['grow', ['--to', '1m', '--pace', '20'], '--pace needs a time with its unit'],
    ['spin', [], 'either --for or --forever'],
    ['spin', ['--for', '1s', '--forever'], 'either --for or --forever'],
    ['sum', ['--n', '1.5'], '--n needs a whole number'],
  ])('%s refuses the arguments %j in one line', async (twin, args, problem) => {
    const { stdout, stderr, code } = await output(twin, ...args);
    expect(stderr).toMatch(/^[^\n]+; usage: [^\n]+\n$/);
    expect(stderr).toContain(problem);
    expect(stderr).toContain(`usage: ${twin} `);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  });
});

/** What sum.c says, once more, with integers that cannot overflow unseen. */
function checksum(steps: number): string {
  const table = Array.from({ length: 4096 }, (_, i) => mix(BigInt(i) + 0x9e3779b97f4a7c15n));
  let state = mix(BigInt(steps));
  for (let i = 0; i < steps; i += 1) {
    const at = Number(state % 4096n);
    const word = table[at] ?? 0n;
    state = mix(state + word + BigInt(i));
    table[at] = word ^ state;
  }
  for (const word of table) state = mix(state ^ word);
  return state.toString(16).padStart(16, '0');
}

function mix(value: bigint): bigint {
  const u64 = (wide: bigint) => BigInt.asUintN(64, wide);
  let mixed = u64(value);
  mixed = u64((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
  mixed = u64((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
  return mixed ^ (mixed >> 31n);
}
