import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { dockerOf } from '../../../support/docker/dockerode.js';
import { theEngine } from '../../../support/docker/engine.js';
import { grants, run, shell, start, twin } from '../../../support/docker/run.js';
import { importShellImage } from '../../../support/docker/shell-image.js';

let engine: Engine;

beforeAll(async () => {
  engine = await theEngine();
  await importShellImage(engine);
});

afterAll(() => {
  engine.client.close();
});

const STATUS = 'while read -r line; do echo "$line"; done < /proc/self/status';
const INTERFACES = 'cat /proc/net/dev';

function statusValue(status: string, name: string): string | undefined {
  return new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1];
}

function interfaceNames(procNetDev: string): string[] {
  return [...procNetDev.matchAll(/^\s*(\S+):/gm)].map((match) => match[1] ?? '');
}

describe('a container by default', () => {
  it('has no capability, no new privileges and a system call filter', async () => {
    const { observer } = await run(engine, shell(STATUS));
    const of = (name: string) => statusValue(observer.stdout, name);
    expect([of('CapEff'), of('CapPrm'), of('CapBnd')]).toEqual(Array(3).fill('0'.repeat(16)));
    expect(of('NoNewPrivs')).toBe('1');
    expect(of('Seccomp')).toBe('2');
  });

  it('has no network but its own loopback', async () => {
    const { observer } = await run(engine, shell(INTERFACES));
    expect(interfaceNames(observer.stdout)).toEqual(['lo']);
  });

  it('cannot write to its root', async () => {
    const { observer, ending } = await run(engine, shell('echo x > /file'));
    expect(ending.code).not.toBe(0);
    expect(observer.stderr).toMatch(/read-only/i);
  });

  it('shows what the kernel enforces once it runs, and what was declared before', async () => {
    const wishes = { limits: { memoryBytes: 64 << 20, pids: 16 } };
    const { live, observer, prepared } = await start(engine, twin('spin', '--forever'), wishes);
    expect(prepared.isolation.map(({ basis }) => basis)).toContain('declared');
    await observer.seen();
    await live.kill();
    await live.ended;
    const effective = [...observer.facts.values()].filter(({ basis }) => basis === 'effective');
    expect(effective.length).toBeGreaterThan(3);
  });
});

describe('a twin without a network', () => {
  it('runs in a network namespace of its own, as an image with the network none does', async () => {
    const { live, observer } = await start(engine, twin('spin', '--forever'));
    const inspect = await dockerOf(engine).getContainer(observer.container).inspect();
    const { readFile, readlink } = await import('node:fs/promises');
    const own = await readlink('/proc/self/ns/net');
    const its = await readlink(`/proc/${inspect.State.Pid}/ns/net`);
    const devices = await readFile(`/proc/${inspect.State.Pid}/net/dev`, 'utf8');
    await live.kill();
    await live.ended;
    expect(its).not.toBe(own);
    expect(interfaceNames(devices)).toEqual(['lo']);
    expect(inspect.HostConfig.NetworkMode).toBe('none');
  });
});

describe('loosened', () => {
  it('a container keeps the capabilities it was given, and only those', async () => {
    const privileges = {
      capAdd: ['NET_RAW'],
      readOnlyRoot: false,
      noNewPrivileges: false,
      seccomp: 'unconfined' as const,
    };
    const script = `${STATUS}; echo x > /file && echo written`;
    const { observer } = await run(engine, shell(script), { privileges });
    const of = (name: string) => statusValue(observer.stdout, name);
    expect(of('CapEff')).toBe('0000000000002000');
    expect(of('NoNewPrivs')).toBe('0');
    expect(of('Seccomp')).toBe('0');
    expect(observer.stdout).toContain('written');
  });

  it('a container has the network of the host when that was granted', async () => {
    const { observer } = await run(engine, shell(INTERFACES), {
      grants: grants({ network: 'host' }),
    });
    const { networkInterfaces } = await import('node:os');
    expect(interfaceNames(observer.stdout)).toEqual(
      expect.arrayContaining(Object.keys(networkInterfaces())),
    );
  });
});
