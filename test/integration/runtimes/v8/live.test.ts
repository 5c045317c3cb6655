import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { LEAST_GRANTS } from '../../../../src-main/contract/index.js';
import type { Runtime } from '../../../../src-main/runtimes/runtime.js';
import { createV8Runtime, createV8Source } from '../../../../src-main/runtimes/v8/index.js';
import { cpuHolder } from '../../../../src-main/runtimes/module/cpu-cgroup.js';
import { endOrphans, ownerEnvironment } from '../../../../src-main/runtimes/module/orphans.js';
import { LAUNCHERS } from '../../../support/paralelo.js';
import { buildHost } from '../../../support/v8/host-build.js';
import { uncovered } from '../../../support/uncovered.js';
import { Recorder } from '../../../support/v8/recorder.js';
import { startProbe, untilLinear } from '../../../support/v8/run.js';

const MIB = 1024 * 1024;
let v8: Runtime;
let hostPath: string;

beforeAll(async () => {
  hostPath = await buildHost();
  v8 = createV8Runtime({ launchers: LAUNCHERS, hostPath });
});

describe('a guest that does not end', () => {
  test.each([
    ['while it computes', ['loop'], 'looping\n'],
    ['while it sleeps in the host', ['sleep', '600'], 'sleeping\n'],
  ])('is ended %s, and nothing of it is left', async (_, args, printed) => {
    const { run, recorder } = await startProbe(v8, args);
    await recorder.until(() => recorder.stdout === printed);
    await run.kill();
    expect(await run.ended).toMatchObject({ kind: 'signalled', signal: 'SIGKILL' });
    expect(existsSync(`/proc/${String(recorder.pid)}`)).toBe(false);
    await run.kill();
  });

  test('can be ended before it has begun', async () => {
    const { run, recorder } = await startProbe(v8, ['loop']);
    await run.kill();
    expect(await run.ended).toMatchObject({ kind: 'signalled', signal: 'SIGKILL' });
    expect(recorder.phases.at(-1)?.name).not.toBe('exit');
  });

  test('is ended by the next lab when its own was killed', async () => {
    const lab = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(lab, 'spawn');
    const { thisOwner, formatOwner, parseOwner } =
      await import('../../../../src-main/runtimes/owner.js');
    const here = parseOwner(thisOwner());
    if (here === undefined || lab.pid === undefined) throw new Error('no owner');
    const stat = readFileSync(`/proc/${String(lab.pid)}/stat`, 'utf8');
    const startTicks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
    const owner = formatOwner({ ...here, pid: lab.pid, startTicks });
    // A guest host that waits for its request: what is left when a lab dies in the middle.
    const orphan = spawn(process.execPath, [hostPath], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      env: ownerEnvironment(owner),
    });
    await once(orphan, 'spawn');
    expect(endOrphans()).not.toContain(orphan.pid);
    lab.kill('SIGKILL');
    await once(lab, 'exit');
    const orphanEnded = once(orphan, 'exit');
    await createV8Source({ hostPath }).cleanUp();
    expect(await orphanEnded).toEqual([null, 'SIGKILL']);
  });

  test('of this lab survives its own clean-up', async () => {
    const { run, recorder } = await startProbe(v8, ['grow', '20', '5']);
    await recorder.until(() => recorder.phases.at(-1)?.name === 'main');
    expect(endOrphans()).not.toContain(recorder.pid);
    expect(await run.ended).toMatchObject({ kind: 'exited', code: 0 });
  });
});

test('400 MB of output pass without being kept, byte for byte', async () => {
  // Garbage that is not collected yet may be some ten megabytes.
  const bytes = 400_000_000;
  const counting = new Recorder(false);
  const before = process.memoryUsage().rss;
  const { run } = await startProbe(v8, ['flood', String(bytes)], {}, counting);
  let highest = before;
  const watching = counting.until(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
    return counting.bytes.stdout === bytes;
  });
  expect(await run.ended).toMatchObject({ kind: 'exited', code: 0 });
  await watching;
  expect(counting.bytes.stdout).toBe(bytes);
  expect(highest - before).toBeLessThan(bytes / 2);
});

test('a guest waits while nobody reads what it writes', async () => {
  const counting = new Recorder(false);
  const { run, recorder } = await startProbe(v8, ['flood', '50000000'], {}, counting);
  await recorder.until(() => recorder.bytes.stdout > 0);
  // The observer is called in the reader's own turn: while it is busy, nothing else is read.
  const deadline = process.hrtime.bigint() + 200_000_000n;
  while (process.hrtime.bigint() < deadline) continue;
  expect(existsSync(`/proc/${String(recorder.pid)}/maps`)).toBe(true);
  expect(await run.ended).toMatchObject({ kind: 'exited', code: 0 });
  expect(counting.bytes.stdout).toBe(50_000_000);
});

describe('the memory of a guest', () => {
  test('is seen from outside also when the guest grows without a call', async () => {
    const { run, recorder } = await startProbe(v8, ['grow-silently', '1000']);
    const bytes = await untilLinear(recorder, (size) => size > 1000 * 65_536);
    expect((bytes ?? 1) % 65_536).toBe(0);
    recorder.latestMeter?.close();
    await run.kill();
    await run.ended;
  });

  test('never shrinks while it grows page by page', async () => {
    const { run, recorder } = await startProbe(v8, ['grow', '100', '5']);
    const sizes: number[] = [];
    await untilLinear(recorder, (size) => sizes.push(size) < 0);
    await run.ended;
    recorder.latestMeter?.close();
    expect(new Set(sizes).size).toBeGreaterThan(1);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  test('stops at the limit: growth is refused, and the guest goes on to say so', async () => {
    const limits = { memoryBytes: 2 * MIB };
    const { run, recorder } = await startProbe(v8, ['grow', '1000'], { limits });
    expect(await run.ended).toMatchObject({ kind: 'exited', code: 7 });
    expect(recorder.stdout).toBe('refused at 32 pages\n');
  });

  test('has no other limit than the module’s without one', async () => {
    const { run, recorder } = await startProbe(v8, ['grow', '1000']);
    expect(await run.ended).toMatchObject({ kind: 'exited', code: 0 });
    expect(recorder.stdout).toMatch(/^grown to 10\d\d pages\n$/);
  });

  test('has its maximum in every reading', async () => {
    const limits = { memoryBytes: 8 * MIB + 5 };
    const { run, recorder } = await startProbe(v8, ['sleep', '600'], { limits });
    await recorder.until(() => recorder.stdout !== '');
    expect(recorder.latestMeter?.read()?.memory).toMatchObject({ linearMaxBytes: 8 * MIB });
    await run.kill();
    await run.ended;
  });
});

describe('a CPU limit', () => {
  const limits = { cpus: 0.25 };
  const cpuCgroup = (pid: number): string =>
    /^\d+:(?:cpu(?:,cpuacct)?|):(.*)$/m.exec(
      readFileSync(`/proc/${String(pid)}/cgroup`, 'utf8'),
    )?.[1] ?? '';

  test('puts the guest into a cgroup of its own, which goes with it', async () => {
    const holder = cpuHolder();
    if ('none' in holder) {
      uncovered('CPU limit of Wasm guests', holder.none);
      return;
    }
    const { run, recorder } = await startProbe(v8, ['loop'], { limits });
    await recorder.until(() => recorder.stdout !== '');
    const own = cpuCgroup(recorder.pid);
    expect(own).toContain('paralelo-guest-');
    expect(own).not.toBe(cpuCgroup(process.pid));
    await run.kill();
    await run.ended;
    const left = readdirSync('/sys/fs/cgroup/cpu', { recursive: true }).map(String);
    expect(left.filter((name) => name.endsWith(own.split('/').at(-1) ?? ''))).toEqual([]);
  });
});

describe('what is around a guest', () => {
  test('the process that hosts it has none of our environment', async () => {
    process.env['PARALELO_TEST_SECRET'] = 'do not pass on';
    const { run, recorder } = await startProbe(v8, ['sleep', '600'], {
      grants: { ...LEAST_GRANTS, env: { TOKEN: 'granted' } },
    });
    await recorder.until(() => recorder.stdout !== '');
    const read = (name: string): string =>
      readFileSync(`/proc/${String(recorder.pid)}/${name}`, 'utf8');
    const [environment, commandLine] = [read('environ'), read('cmdline')];
    await run.kill();
    await run.ended;
    delete process.env['PARALELO_TEST_SECRET'];
    expect(environment).not.toContain('PARALELO_TEST_SECRET');
    expect(environment).not.toContain('PATH=/');
    expect(environment + commandLine).not.toContain('granted');
  });

  test('what the kernel shows of it is told, as what stands behind the module’s own walls', async () => {
    const { run, recorder } = await startProbe(v8, ['hello']);
    await run.ended;
    expect(recorder.facts.get('host-capabilities')).toMatchObject({ basis: 'effective' });
    expect(recorder.facts.get('host-seccomp')).toMatchObject({ basis: 'effective' });
  });
});
