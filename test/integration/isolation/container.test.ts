import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { HostConfig } from 'dockerode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IsolationFact } from '../../../src-main/contract/index.js';
import { containerFacts } from '../../../src-main/isolation/container/facts.js';
import { TestContainers } from '../../support/containers.js';
import type { Started } from '../../support/containers.js';

const containers = new TestContainers();
beforeAll(() => containers.prepare());
afterAll(() => containers.removeAll());

const IDLE = ['/grow', '--to', '64k', '--step', '64k', '--hold', '600s'];

interface Seen {
  started: Started;
  facts: Map<string, IsolationFact>;
}

async function see(options: HostConfig, user?: string): Promise<Seen> {
  const started = await containers.start(IDLE, options, user);
  // Until the OCI runtime's own process has become the program, nothing is effective yet.
  for (;;) {
    const facts = containerFacts({ ...started, containerId: started.id });
    const seccomp = facts.find(({ id }) => id === 'seccomp');
    if (seccomp?.basis === 'effective') {
      return { started, facts: new Map(facts.map((fact) => [fact.id, fact])) };
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const labels = ({ facts }: Seen) =>
  Object.fromEntries([...facts].map(([id, { label }]) => [id, label]));

/** lsns reads the kernel by its own way: how many of a process's namespaces are not also ours. */
function ownNamespaces({ pid }: Started): number {
  const inodes = (process: string) =>
    execFileSync('lsns', ['-n', '-o', 'NS', '-p', process]).toString().trim().split(/\s+/);
  const ours = new Set(inodes(String(process.pid)));
  return inodes(String(pid)).filter((inode) => !ours.has(inode)).length;
}

/** What a process inside its network namespace would see. */
function interfacesInside({ pid }: Started): string[] {
  const text = execFileSync('nsenter', ['-t', String(pid), '-n', 'cat', '/proc/self/net/dev']);
  return [...text.toString().matchAll(/^ *([^ :]+):/gm)].map((match) => match[1] ?? '');
}

/** Writing is the proof: EROFS is the kernel's answer for a read-only root. */
function canWriteRoot({ pid }: Started): boolean {
  try {
    writeFileSync(`/proc/${String(pid)}/root/probe`, '');
    return true;
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('EROFS');
    return false;
  }
}

describe('a container started without options', () => {
  it('is what lsns, nsenter and a write say it is', async () => {
    const seen = await see({ NetworkMode: await containers.network() });
    expect(labels(seen)).toMatchObject({
      namespaces: `${ownNamespaces(seen.started)} of 8 namespaces own`,
      capabilities: '14 capabilities',
      seccomp: 'seccomp filter',
      'no-new-privileges': 'new privileges possible',
      user: 'root of the host',
      'root-filesystem': 'writable root',
      'kernel-settings': 'kernel settings read-only',
      'memory-limit': 'memory unlimited',
      'cpu-limit': 'CPU unlimited',
      'pids-limit': 'pids unlimited',
      'host-directories': 'no host directories',
    });
    const outward = interfacesInside(seen.started).filter((name) => /^(eth|en)/.test(name));
    expect(seen.facts.get('network')?.label).toBe(
      outward.length === 0 ? 'no network' : `network ${outward.join(', ')}`,
    );
    expect(canWriteRoot(seen.started)).toBe(true);
  });
});

describe('a hardened container', () => {
  it('shows each of its bonds as the kernel holds it', async () => {
    const seen = await see(
      {
        Memory: 32 * 1024 ** 2,
        NanoCpus: 0.25e9,
        PidsLimit: 8,
        ReadonlyRootfs: true,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
      },
      '65534:65534',
    );
    expect(labels(seen)).toMatchObject({
      namespaces: `${ownNamespaces(seen.started)} of 8 namespaces own`,
      capabilities: 'no capabilities',
      seccomp: 'seccomp filter',
      'no-new-privileges': 'no new privileges',
      user: 'uid 65534',
      'root-filesystem': 'read-only root',
      network: 'no network',
      'memory-limit': 'memory 32.0 MiB',
      'cpu-limit': 'CPU 0.25',
      'pids-limit': 'pids 8',
    });
    expect([...seen.facts.values()].filter(({ tone }) => tone !== 'strong')).toEqual([]);
    expect(interfacesInside(seen.started)).toContain('lo');
    expect(canWriteRoot(seen.started)).toBe(false);
  });
});

describe('a container opened to the host', () => {
  it('shows what it shares, and that nothing is filtered', async () => {
    const seen = await see({
      NetworkMode: 'host',
      PidMode: 'host',
      IpcMode: 'host',
      UTSMode: 'host',
      CapAdd: ['ALL'],
      // A host may itself be without it, and the engine then refuses to start `--privileged`.
      CapDrop: ['SYS_RESOURCE'],
      SecurityOpt: ['seccomp=unconfined'],
      MaskedPaths: [],
      ReadonlyPaths: [],
      Binds: ['/:/host:ro'],
    });
    expect(labels(seen)).toMatchObject({
      namespaces: `${ownNamespaces(seen.started)} of 8 namespaces own`,
      capabilities: 'all capabilities',
      seccomp: 'no seccomp',
      network: 'host network',
      'kernel-settings': 'kernel settings writable',
      'host-directories': '1 host directory',
    });
    expect(seen.facts.get('host-directories')?.tone).toBe('loose');
  });
});

describe('capabilities', () => {
  it('carry the names under which the engine was asked for them', async () => {
    const asked = ['CHOWN', 'NET_RAW', 'SYS_TIME', 'SYSLOG', 'WAKE_ALARM', 'AUDIT_READ'];
    const seen = await see({ CapDrop: ['ALL'], CapAdd: asked });
    const fact = seen.facts.get('capabilities');
    expect(fact?.label).toBe('6 capabilities');
    for (const name of asked) expect(fact?.detail).toContain(name);
    expect(fact?.tone).toBe('loose');
  });
});

describe('a container that has ended', () => {
  it('leaves what was declared', async () => {
    const { started } = await see({ ReadonlyRootfs: true });
    await started.container.kill();
    await started.container.wait();
    const facts = containerFacts({ ...started, containerId: started.id });
    expect(facts.length).toBeGreaterThan(5);
    expect(new Set(facts.map(({ basis }) => basis))).toEqual(new Set(['declared']));
  });
});
