import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { GuestProfile } from '../../../../src-main/contract/index.js';
import type { Engine } from '../../../../src-main/runtimes/command/engine.js';
import { wasmedge } from '../../../../src-main/runtimes/command/engines/wasmedge.js';
import { wasmer } from '../../../../src-main/runtimes/command/engines/wasmer.js';
import { wasmtime } from '../../../../src-main/runtimes/command/engines/wasmtime.js';
import { wazero } from '../../../../src-main/runtimes/command/engines/wazero.js';
import type { FoundInstance, ProfileParts } from '../../../../src-main/runtimes/instances.js';
import { createProcessSource } from '../../../../src-main/runtimes/processes/index.js';
import { engineProgram } from '../../../support/command/engines.js';
import { GROW, guestFiles } from '../../../support/processes/guests.js';
import { inShell } from '../../../support/processes/shell.js';
import { Watched } from '../../../support/processes/watched.js';

const MIB = 2 ** 20;
/** Grows to a mebibyte, says so and holds it. */
const HOLD = ['--to', '1m', '--hold', '600s'];
const files = guestFiles();
afterAll(() => files.remove());

interface Case {
  engine: Engine;
  /** Between the program and the module; `.` is the folder it is started in. */
  flags: string[];
  /** Before the guest's own arguments. */
  dashes?: string[];
  grants: Omit<NonNullable<GuestProfile['grants']>, 'args'>;
  limits: GuestProfile['limits'];
  badge: string;
}

const IN = { hostPath: files.folder, guestPath: '/in', rights: 'read-write' as const };
const UNLIMITED = { declared: 'unlimited' as const };
const ADDRESSES = { declared: 4096 * MIB, heldBy: 'address-space' };

const CASES: Case[] = [
  {
    engine: wasmtime,
    flags:
      'run --dir .::/in --env A=1 -W max-memory-size=67108864,fuel=1000000000000,timeout=600s -S inherit-network'.split(
        ' ',
      ),
    grants: { directories: [IN], environmentNames: ['A'], network: 'granted' },
    limits: [
      { name: 'memory', unit: 'bytes', declared: 64 * MIB, heldBy: 'engine-flag' },
      { name: 'time', unit: 'ms', declared: 600_000, heldBy: 'engine-flag' },
      { name: 'fuel', unit: 'fuel', declared: 1e12, heldBy: 'engine-flag' },
    ],
    badge: 'open',
  },
  {
    engine: wasmer,
    flags: ['run', '--volume', '.:/in', '--forward-host-env'],
    dashes: ['--'],
    grants: {
      directories: [IN],
      environmentNames: [],
      inheritsEnvironment: true,
      network: 'none',
    },
    limits: [
      { name: 'memory', unit: 'bytes', ...ADDRESSES },
      { name: 'time', unit: 'ms', ...UNLIMITED },
      { name: 'fuel', unit: 'fuel', ...UNLIMITED },
    ],
    badge: 'partly',
  },
  {
    engine: wazero,
    flags: ['run', '-mount=.:/in:ro', '-timeout=10m'],
    grants: {
      directories: [{ ...IN, rights: 'read-only' }],
      environmentNames: [],
      network: 'none',
    },
    limits: [
      { name: 'memory', unit: 'bytes', ...ADDRESSES },
      { name: 'time', unit: 'ms', declared: 600_000, heldBy: 'engine-flag' },
      { name: 'fuel', unit: 'fuel', ...UNLIMITED },
    ],
    badge: 'partly',
  },
  {
    engine: wasmedge,
    flags: ['--memory-page-limit', '1024'],
    grants: { directories: [], environmentNames: [], network: 'granted' },
    limits: [
      { name: 'memory', unit: 'bytes', declared: 64 * MIB, heldBy: 'engine-flag' },
      { name: 'time', unit: 'ms', ...UNLIMITED },
      { name: 'fuel', unit: 'fuel', ...UNLIMITED },
    ],
    badge: 'closed',
  },
];

async function profileOf(command: readonly string[]): Promise<{
  pid: number;
  instance: FoundInstance;
  parts: ProfileParts;
}> {
  const watched = Watched.start(createProcessSource());
  const job = await inShell(command, { cwd: files.folder });
  // It has grown and holds what it has.
  await job.line();
  const instance = await watched.until(() => watched.ofPid(job.pid));
  return { pid: job.pid, instance, parts: await instance.profile([]) };
}

for (const { engine, flags, dashes = [], grants, limits, badge } of CASES) {
  // What is not here is listed by engineProgram.
  const program = engineProgram(engine);
  describe.runIf(program !== undefined)(`the profile of a process of ${engine.name}`, () => {
    it('is what its command line, its module and /proc say', async () => {
      const command = [program ?? '', ...flags, GROW, ...dashes, ...HOLD];
      const { pid, instance, parts } = await profileOf(command);
      expect(parts.gaps).toEqual([]);
      const { guest } = parts;
      expect(guest?.runtime).toBe(engine.id);
      expect(guest?.grants).toEqual({ ...grants, args: HOLD });
      expect(guest?.limits.map((limit) => ({ ...limit, now: undefined }))).toEqual(limits);
      const bytes = readFileSync(GROW);
      expect(guest?.module).toMatchObject({
        kind: 'module',
        path: GROW,
        sizeBytes: statSync(GROW).size,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      expect(instance.view.badge?.level).toBe(badge);
      expectHostProcess(guest, pid);
    });
  });
}

const program = engineProgram(wasmtime);
describe.runIf(program !== undefined)('the profile of a guest', () => {
  it('says how large its linear memory is now', async () => {
    const { parts } = await profileOf([program ?? '', 'run', GROW, ...HOLD]);
    const memory = parts.guest?.limits.find(({ name }) => name === 'memory');
    expect(memory?.now).toBeGreaterThan(MIB);
    expect(memory?.now).toBeLessThan(8 * MIB);
  });

  it('says of each import whether there is anything behind it', async () => {
    const { parts } = await profileOf([program ?? '', 'run', GROW, ...HOLD]);
    const groups = parts.guest?.module?.importGroups ?? [];
    const granted = Object.fromEntries(
      groups.map(({ id, imports }) => [id, [...new Set(imports.map((one) => one.granted))]]),
    );
    expect(granted).toMatchObject({ 'standard-streams': [true], process: [true] });
    if ('files' in granted) expect(granted['files']).toEqual([false]);
  });

  it('of what is not a module any more has a gap, not walls', async () => {
    const text = join(files.folder, 'text.wat');
    writeFileSync(
      text,
      '(module (memory (export "memory") 1) (func (export "_start") (loop br 0)))',
    );
    const watched = Watched.start(createProcessSource());
    const job = await inShell([program ?? '', 'run', text], { cwd: files.folder });
    const instance = await watched.until(() => watched.ofPid(job.pid));
    const { guest, gaps } = await instance.profile([]);
    expect(guest).not.toHaveProperty('module');
    expect(gaps.map(({ code }) => code)).toEqual(['module-not-read']);
    expect(gaps[0]?.message).toContain('text format');
  });
});

describe('the profile of a script in Node', () => {
  it('does not guess what the script grants', async () => {
    const watched = Watched.start(createProcessSource());
    const job = await inShell([process.execPath, '--no-warnings', files.host, GROW, ...HOLD], {
      cwd: files.folder,
    });
    await job.line();
    const instance = await watched.until(() => watched.ofPid(job.pid));
    const { guest, gaps } = await instance.profile([]);
    expect(guest).not.toHaveProperty('grants');
    expect(guest?.module?.path).toBe(GROW);
    expect(gaps.map(({ code }) => code)).toEqual(['grants-not-told']);
    expect(gaps[0]?.message).toContain('host.mjs');
    expect(instance.view.badge).toBeUndefined();
    expectHostProcess(guest, job.pid);
  });

  it('of one that has ended is refused', async () => {
    const watched = Watched.start(createProcessSource());
    const job = await inShell([process.execPath, '--no-warnings', files.host, GROW, ...HOLD], {
      cwd: files.folder,
    });
    await job.line();
    const instance = await watched.until(() => watched.ofPid(job.pid));
    process.kill(job.pid, 'SIGKILL');
    await job.ended;
    await expect(instance.profile([])).rejects.toMatchObject({ code: 'unknown-instance' });
  });
});

/** Against an independent reading of the same process. */
function expectHostProcess(guest: GuestProfile | undefined, pid: number): void {
  const walls = guest?.hostProcess;
  expect(walls?.pid).toBe(pid);
  expect(walls?.executable).toBe(readlinkSync(`/proc/${pid}/exe`));
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(walls?.uid).toBe(Number(/^Uid:\t\d+\t(\d+)/m.exec(status)?.[1]));
  const inode = Number(/\d+/.exec(readlinkSync(`/proc/${pid}/ns/net`))?.[0]);
  expect(walls?.namespaces).toContainEqual({ name: 'net', inode, isHost: true });
  expect(walls?.noNewPrivileges).toBe(/^NoNewPrivs:\t1/m.test(status));
}
